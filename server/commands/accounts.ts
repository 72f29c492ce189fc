import { findAccountByEmail } from '../access/accounts/index.ts'
import { resetForSomebody, tellOwner } from '../access/security/index.ts'
import { AppError } from '../kernel/errors.ts'
import type { Config } from '../platform/config/index.ts'
import { OPERATOR, printJson, t } from './terminal.ts'
import { withServices } from './with-services.ts'

/** `passerelle accounts second-factor reset EMAIL`: for somebody who lost telephone, keys and recovery codes. */
export async function secondFactorReset(
  config: Config,
  email: string,
  options: { readonly json?: boolean },
): Promise<void> {
  await withServices(config, async (services) => {
    const account = await findAccountByEmail(services.db, email)
    if (account === undefined) throw new AppError('not-found')
    const { app, passkeys } = await resetForSomebody(services, OPERATOR, account.id)
    await tellOwner(services, account.id, 'factors-reset')
    if (options.json === true) printJson({ email: account.email, app, passkeys })
    else {
      const yesOrNo = t(app ? 'signIn.cliYes' : 'signIn.cliNo')
      console.log(t('signIn.cliResetDone', { email: account.email, app: yesOrNo, passkeys }))
    }
  })
}
