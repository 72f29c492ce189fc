import type { mail as original } from '../fr/mail.ts'
import type { SameKeys } from '../messages.ts'

export const mail: SameKeys<typeof original> = {
  greeting: 'Hello {name},',
  signature: 'See you soon, the network’s team',

  invitationSubject: '{inviter} invites you to {platform}',
  'invitationFrom-trainer':
    '{inviter} invites you to join “{where}”, to run sessions and confirm what young people have learnt abroad.',
  'invitationFrom-coordinator':
    '{inviter} invites you to coordinate “{where}”: its sessions, its credentials and its team.',
  'invitationFrom-admin': '{inviter} invites you to administer the platform {where}.',
  invitationAbout:
    '{platform} is the skills passport of young people back from a stay abroad. It takes two minutes: your name, a password, and you are ready.',
  invitationLink: 'Accept the invitation',
  invitationUntil: 'This link is yours alone and works once, until {date}.',
  invitationNotForYou: 'Not meant for you? Leave this message aside: without a click nothing happens.',

  loginLinkSubject: 'Your sign-in link for {platform}',
  loginLinkAbout: 'You asked to sign in without a password. This way:',
  loginLink: 'Sign me in',
  loginLinkUntil: 'This link works once, for a quarter of an hour, in the browser where you asked for it.',
  loginLinkNotYou: 'You did not ask for anything? Leave this message alone: nobody else can use the link.',

  resetSubject: 'Choose a new password on {platform}',
  resetAbout: 'You asked to choose a new password. This way:',
  resetLink: 'Choose a password',
  resetUntil: 'This link is yours alone and works once, within one hour.',
  resetNotYou: 'You did not ask for this? Leave this message aside: your password stays the same.',
}
