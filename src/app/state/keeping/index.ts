/**
 * The script that keeps the reader's records, fetched when there is something to keep: see
 * README.md in the folder above.
 */
export { followReturns } from './change';
export { copyData, forgetAll, type Merged, mergeFile } from './copies';
export { followReader, keepPlace, recallLastPlace, recallPlace } from './places';
export { keepSaved, refreshSaved } from './saved';
export { keepSetting, recallSettings, settingKept } from './settings';
export { settleRecords } from './settle';
