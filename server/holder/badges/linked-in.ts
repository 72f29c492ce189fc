import { publicUrlOf, scanUrl } from '../passports/index.ts'
import type { Badge } from './find-badges.ts'

/**
 * The address of LinkedIn's form « Add to profile », filled in. It says what the page of the badge says to everybody, and
 * is said by opening it: nothing is asked of LinkedIn before. LinkedIn knows who its member is; we do not tell.
 */
export function linkedInUrl({ content, competence }: Badge): string {
  const [year = '', month = ''] = content.awardedOn.split('-')
  const form = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: `${competence.label} (${competence.levelLabel})`,
    organizationName: content.issuer.name,
    issueYear: year,
    issueMonth: String(Number(month)),
    certUrl: scanUrl(publicUrlOf(content.url), 'v', content.code).href,
    certId: content.code,
  })
  return `https://www.linkedin.com/profile/add?${form.toString()}`
}
