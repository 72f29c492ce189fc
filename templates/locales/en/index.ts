// Every namespace of messages in this language.
import { anyDocument } from './any-document.ts'
import { access } from './access.ts'
import { achievements } from './achievements.ts'
import { attendance } from './attendance.ts'
import { batches } from './batches.ts'
import { badges } from './badges.ts'
import { clients } from './clients.ts'
import { common } from './common.ts'
import { corrections } from './corrections.ts'
import { audit } from './audit.ts'
import { deeds } from './deeds.ts'
import { frameworks } from './frameworks.ts'
import { network } from './network.ts'
import { trainings } from './trainings.ts'
import { errors } from './errors.ts'
import { europass } from './europass.ts'
import { fields } from './fields.ts'
import { guardianship } from './guardianship.ts'
import { grid } from './grid.ts'
import { holder } from './holder.ts'
import { home } from './home.ts'
import { hostVoice } from './host-voice.ts'
import { imports } from './imports.ts'
import { keys } from './keys.ts'
import { kit } from './kit.ts'
import { learners } from './learners.ts'
import { mail } from './mail.ts'
import { passport } from './passport.ts'
import { printing } from './printing.ts'
import { roster } from './roster.ts'
import { scan } from './scan.ts'
import { seals } from './seals.ts'
import { sessions } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { stays } from './stays.ts'
import { phone } from './phone.ts'
import { preparation } from './session-preparation.ts'
import { structures } from './structures.ts'
import { support } from './support-needs.ts'
import { telling } from './telling.ts'
import { personalData } from './personal-data.ts'
import { shared } from './shared.ts'
import { sharing } from './sharing.ts'
import { wallet } from './wallet.ts'
import { verdict } from './verdict.ts'
import { youthErrors } from './youth-errors.ts'
import { youthKeys } from './youth-keys.ts'
import { cli } from './cli.ts'

export const en = {
  anyDocument,
  access,
  achievements,
  attendance,
  batches,
  badges,
  cli,
  clients,
  audit,
  frameworks,
  network,
  trainings,
  common,
  deeds,
  corrections,
  errors,
  europass,
  fields,
  guardianship,
  grid,
  holder,
  home,
  hostVoice,
  imports,
  keys,
  kit,
  learners,
  mail,
  passport,
  printing,
  phone,
  preparation,
  roster,
  scan,
  seals,
  sessions,
  signIn,
  stays,
  support,
  structures,
  telling,
  personalData,
  shared,
  sharing,
  wallet,
  verdict,
  youthErrors,
  youthKeys,
} as const
