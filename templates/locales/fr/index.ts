// Every namespace of messages in this language.
import { access } from './access.ts'
import { achievements } from './achievements.ts'
import { common } from './common.ts'
import { errors } from './errors.ts'
import { fields } from './fields.ts'
import { holder } from './holder.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { keys } from './keys.ts'
import { learners } from './learners.ts'
import { mail } from './mail.ts'
import { passport } from './passport.ts'
import { sessions } from './sessions.ts'
import { verdict } from './verdict.ts'
import { cli } from './cli.ts'

export const fr = {
  access,
  achievements,
  cli,
  common,
  errors,
  fields,
  holder,
  home,
  imports,
  keys,
  learners,
  mail,
  passport,
  sessions,
  verdict,
} as const
