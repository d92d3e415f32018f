import { signal } from './signal';

/** Whether the whole page stands in both languages, block by block. */
const [bilingual, setBilingual] = signal(false);

export { bilingual };

export const toggleBilingual = (): void => setBilingual(!bilingual.value);
