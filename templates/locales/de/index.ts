import type { PublicCatalogue } from '../public.ts'
import { anyDocument } from './any-document.ts'
import { common } from './common.ts'
import { passport } from './passport.ts'
import { phone } from './phone.ts'
import { scan } from './scan.ts'
import { shared } from './shared.ts'
import { verdict } from './verdict.ts'

export const de = { anyDocument, common, passport, phone, scan, shared, verdict } satisfies PublicCatalogue
