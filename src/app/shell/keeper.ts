import { settleRecords } from '../state/keeping';

/** The lazy script that keeps what the reader made: fetched at the first scroll or choice, and never waited for. */
export * from '../state/keeping';

void settleRecords();
