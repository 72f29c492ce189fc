// Every namespace of messages in this language.
import { access } from './access.ts'
import { achievements } from './achievements.ts'
import { clients } from './clients.ts'
import { common } from './common.ts'
import { corrections } from './corrections.ts'
import { errors } from './errors.ts'
import { fields } from './fields.ts'
import { holder } from './holder.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { keys } from './keys.ts'
import { kit } from './kit.ts'
import { learners } from './learners.ts'
import { mail } from './mail.ts'
import { passport } from './passport.ts'
import { sessions } from './sessions.ts'
import { structures } from './structures.ts'
import { verdict } from './verdict.ts'
import { cli } from './cli.ts'

export const en = {
  access,
  achievements,
  cli,
  clients,
  common,
  corrections,
  errors,
  fields,
  holder,
  home,
  imports,
  keys,
  kit,
  learners,
  mail,
  passport,
  sessions,
  structures,
  verdict,
} as const
