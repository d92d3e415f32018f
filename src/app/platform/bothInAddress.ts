/** Whether the address asks for the page in both languages (`?both`). */
export const isBothInAddress = (): boolean => new URLSearchParams(location.search).has('both');
