import { rowsKeeper } from '../../access/personal-data/index.ts'

/** What their printed codes say about them. Asked before the credentials, which say whose it is. */
export const compactProofsKeeper = rowsKeeper({
  name: 'compact-proofs',
  table: 'compact_proofs',
  column: 'credential_id',
  of: { table: 'credentials', column: 'learner_id', of: 'learner' },
  without: ['claims_digest'],
})
