import type { Message } from '../messages.ts'

export const mail = {
  greeting: 'Bonjour {name},',
  signature: 'À bientôt, l’équipe du réseau',

  invitationSubject: '{inviter} vous invite sur {platform}',
  'invitationFrom-trainer':
    '{inviter} vous invite à rejoindre «\u00a0{where}\u00a0» pour animer des sessions et confirmer les compétences des jeunes qui reviennent de l’étranger.',
  'invitationFrom-coordinator':
    '{inviter} vous invite à coordonner «\u00a0{where}\u00a0»\u00a0: les sessions, les attestations et l’équipe.',
  'invitationFrom-admin': '{inviter} vous invite à administrer la plateforme {where}.',
  invitationAbout:
    '{platform}, c’est le passeport de compétences des jeunes partis en mobilité. Il vous faut deux minutes\u00a0: votre nom, un mot de passe, et c’est prêt.',
  invitationLink: 'Accepter l’invitation',
  invitationUntil: 'Ce lien est personnel et marche une seule fois, jusqu’au {date}.',
  invitationNotForYou:
    'Ce message n’est pas pour vous\u00a0? Laissez-le de côté\u00a0: sans clic, rien ne se passe.',

  loginLinkSubject: 'Votre lien de connexion à {platform}',
  loginLinkAbout: 'Vous avez demandé à vous connecter sans mot de passe. C’est par ici\u00a0:',
  loginLink: 'Me connecter',
  loginLinkUntil:
    'Ce lien marche une seule fois, pendant un quart d’heure, dans le navigateur où vous l’avez demandé.',
  loginLinkNotYou:
    'Vous n’avez rien demandé\u00a0? Laissez ce message de côté\u00a0: personne d’autre ne peut se servir du lien.',

  resetSubject: 'Choisir un nouveau mot de passe sur {platform}',
  resetAbout: 'Vous avez demandé à choisir un nouveau mot de passe. C’est par ici\u00a0:',
  resetLink: 'Choisir un mot de passe',
  resetUntil: 'Ce lien est personnel et marche une seule fois, pendant une heure.',
  resetNotYou:
    'Vous n’avez rien demandé\u00a0? Laissez ce message de côté\u00a0: votre mot de passe reste le même.',
} as const satisfies Record<string, Message>
