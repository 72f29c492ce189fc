import { rowsKeeper, type PersonalDataKeeper } from '../personal-data/index.ts'

/** What was agreed about a person, and what they said themselves about their public page. */
export const guardianshipKeepers: readonly PersonalDataKeeper[] = [
  rowsKeeper({ table: 'guardian_agreements', column: 'learner_id', of: 'learner' }),
  rowsKeeper({ table: 'guardian_links', column: 'learner_id', of: 'learner', without: ['token_hash'] }),
  rowsKeeper({ table: 'youth_choices', column: 'learner_id', of: 'learner' }),
]
