/** The report whose particulars the tests know, whatever others are published beside it. The limits are for its size. */
export const article = 'suizhou-2024';
