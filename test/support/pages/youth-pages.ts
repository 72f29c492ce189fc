import type { Page } from 'playwright-core'
import { t } from '../french-words.ts'
import { tellEverything, tellOwnStay } from './tell.ts'
import { mailedLink } from './mailed-link.ts'
import { need } from './need.ts'
import { shown, type Chapter } from './shown-page.ts'

const stay = '/me/tell/stay-'
const submit = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).click()
  await page.locator('.problems').first().waitFor()
}

export const YOUTH: Chapter = {
  name: 'youth',
  title: 'Au retour, avec son passeport',
  // prettier-ignore
  pages: [
    shown('/s', 'slip-code', 'visitor', 'Sans appareil photo, le code de la fiche se tape.', '/s'),
    shown(
      '/s',
      'slip-code-wrong',
      'visitor',
      'Un code qui ne va pas se corrige, sans rien perdre.',
      '/s',
      async (page) => {
        await page.getByLabel(t('holder.typeLabel')).fill('7k3f 9q')
        await page.getByRole('button', { name: t('holder.typeSubmit') }).click()
        await page.locator('.field__problem').first().waitFor()
      },
    ),
    shown('/s/:slip', 'slip-locked', 'visitor', 'Une fiche protégée demande son code secret.', (at) => at.lockedSlip),
    shown('/s/:slip', 'slip-unknown', 'visitor', 'Un code qui n’ouvre rien, et que faire alors.', '/s/0000000000000000'),
    shown('/s/mail', 'slip-mail', 'visitor', 'Qui a laissé une adresse peut recevoir un lien.', '/s/mail'),
    shown('/me', 'me', 'youth', 'La fiche scannée : le passeport s’ouvre, sans compte ni mot de passe.', '/me'),
    shown('/me/tell', 'tell', 'youth', 'Raconter : ce qu’il y a à dire, séjour par séjour.', '/me/tell'),
    shown('/me/tell/new', 'tell-new', 'youth', 'Un autre séjour se note en quatre questions.', '/me/tell/new'),
    shown('/me/tell/new', 'tell-new-problems', 'youth', 'Ce qui manque est dit là où cela manque.', '/me/tell/new', submit(t('telling.save'))),
    shown('/me/tell/:place/stay', 'tell-stay-edit', 'youth', 'Un séjour noté à la main se corrige.', '/me/tell', tellOwnStay),
    shown('/me/tell/:place/c/:code', 'tell-competence', 'youth', 'Des phrases à toucher, une étape, ses propres mots : tout s’enregistre seul.', (at) => `${stay}${need(at.seats.open.people['Inès Benali']).mobilityId}/c/EQUIPE`, tellEverything),
    shown('/me/tell/:place', 'tell-stay', 'youth', 'Un séjour et ses compétences.', (at) => `${stay}${need(at.seats.open.people['Inès Benali']).mobilityId}`),
    shown('/me/tell/:place/show', 'tell-show', 'youth', 'Rien n’est montré avant que la personne choisisse.', (at) => `${stay}${need(at.seats.open.people['Inès Benali']).mobilityId}/show`),
    shown('/me/growth', 'growth', 'youth', 'Le chemin parcouru, d’un séjour à l’autre.', '/me/growth'),
    shown('/me/show', 'show', 'youth', 'Montrer : le code remplit l’écran.', '/me/show'),
    shown('/me/print', 'print', 'youth', 'Imprimer, ou demander à quelqu’un de le faire.', '/me/print'),
    shown('/me/shares', 'shares', 'youth', 'Ce qui est partagé, avec qui, jusqu’à quand, et combien de fois on a regardé.', '/me/shares'),
    shown('/me/shares/new', 'share-new', 'youth', 'Partager : choisir quoi, pour qui, pour combien de temps.', '/me/shares/new'),
    shown('/me/shares/new', 'share-new-problems', 'youth', 'Il reste quelque chose à choisir.', '/me/shares/new', submit(t('sharing.create'))),
    shown('/me/shares/:id', 'share', 'youth', 'Un partage : le lien, le code, et le bouton qui y met fin.', (at) => at.share.own),
    shown('/me/download', 'download', 'youth', 'Emporter son passeport, ou tout ce que l’on sait de soi.', '/me/download'),
    shown('/me/badges', 'badges', 'youth', 'Une image par compétence, qui prouve ce qu’elle montre.', '/me/badges'),
    shown('/me/badges', 'badges-minor', 'minor', 'Un passeport privé garde ses images, et le dit.', '/me/badges'),
    shown('/me/europass', 'europass', 'youth', 'Un fichier pour qui délivre des attestations européennes.', '/me/europass'),
    shown('/me/keys', 'keys', 'youth', 'Un code secret, une clé d’accès ou une adresse : si l’on veut.', '/me/keys'),
    shown(
      '/me/keys/mail/:token',
      'keys-mail',
      'youth',
      'L’adresse se confirme d’un bouton.',
      '/me/keys',
      async (page, server) => {
        await page.getByRole('textbox', { name: t('youthKeys.mailLabel') }).fill('ines@exemple.fr')
        await page.getByRole('button', { name: t('youthKeys.mailSubmit') }).click()
        await page.getByText(t('youthKeys.mailAsked')).waitFor()
        await page.goto(await mailedLink(server, '/me/keys/mail/'))
      },
    ),
    shown('/s/mail/:token', 'slip-mail-link', 'visitor', 'Le lien reçu ouvre le passeport d’un bouton.', '/s/mail/rien'),
    shown('/me/visibility', 'visibility', 'youth', 'Qui peut ouvrir le passeport : la personne décide.', '/me/visibility'),
    shown('/me/visibility', 'visibility-minor', 'minor', 'Avant dix-huit ans, un parent dit d’abord oui.', '/me/visibility'),
    shown('/me', 'me-minor', 'minor', 'Le passeport reste privé en attendant.', '/me'),
    shown('/me/eighteen', 'eighteen', 'adult', 'À dix-huit ans, le passeport est à soi.', '/me/eighteen'),
    shown('/g/:token', 'guardian', 'visitor', 'Le parent reçoit un lien : une question, un bouton.', (at) => at.guardian),
    shown('/me/erase', 'erase', 'youth', 'Effacer : ce qui part, ce qui reste, et pourquoi.', '/me/erase'),
    shown('/me/left', 'left', 'visitor', 'Sur un téléphone partagé, un geste et il ne reste rien.', '/me/left'),
    shown('/me/erased', 'erased', 'visitor', 'Tout est effacé, et la page le dit.', '/me/erased'),
  ],
}
