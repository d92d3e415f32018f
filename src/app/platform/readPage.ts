const patience = 10_000; // ms

/**
 * Another page of this site as a document of its own: nothing in it runs, nothing it names is fetched. Asked
 * for in this way and not parsed from text, which Trusted Types would have to be opened for.
 */
export const readPage = (address: string): Promise<Document> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.timeout = patience;
    request.onloadend = () => {
      const page = request.responseXML;
      if (request.status === 200 && page) resolve(page);
      else reject(new Error(`${address}: expected a page, got status ${request.status}`));
    };
    request.send();
  });
