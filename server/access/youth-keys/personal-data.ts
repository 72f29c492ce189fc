import { rowsKeeper, type PersonalDataKeeper } from '../personal-data/index.ts'

/** The keys somebody added to their slip, but for their passkeys, which `access/passkeys` keeps. */
export const youthKeysKeepers: readonly PersonalDataKeeper[] = [
  rowsKeeper({ table: 'youth_pins', column: 'learner_id', of: 'learner', without: ['pin_hash'] }),
  rowsKeeper({ table: 'youth_passkey_locks', column: 'learner_id', of: 'learner' }),
  rowsKeeper({ table: 'youth_emails', column: 'learner_id', of: 'learner' }),
  rowsKeeper({ table: 'youth_mail_links', column: 'learner_id', of: 'learner', without: ['token_hash'] }),
]
