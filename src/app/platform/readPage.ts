const patience = 10_000; // ms

/**
 * Another page of this site as a document of its own: nothing in it runs, nothing it names is fetched. It is not
 * parsed from text, for which Trusted Types would have to be opened. Without its styles, since this page's
 * policy, which holds for it too, may know other ones.
 */
export async function readPage(address: string): Promise<Document> {
  const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
  const text = (await response.text()).replace(/<style>.*?<\/style>/s, '');
  const copy = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
  try {
    return await new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('GET', copy);
      request.responseType = 'document';
      request.onloadend = () => {
        if (request.responseXML) resolve(request.responseXML);
        else reject(new Error(`${address}: expected a page, got ${response.headers.get('Content-Type')}`));
      };
      request.send();
    });
  } finally {
    URL.revokeObjectURL(copy);
  }
}
