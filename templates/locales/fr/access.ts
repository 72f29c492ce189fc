import type { Message } from '../messages.ts'

export const access = {
  // roles and kinds of structures
  'role-trainer': 'Formation',
  'role-coordinator': 'Coordination',
  'role-admin': 'Administration de la plateforme',
  'roleHint-trainer': 'Anime des sessions, confirme les compétences et signe.',
  'roleHint-coordinator': 'Fait la même chose, et invite l’équipe de la structure.',
  'roleHint-admin': 'Ajoute les structures du réseau et invite leurs équipes.',
  'kind-mission-locale': 'Mission locale',
  'kind-cfa': 'CFA',
  'kind-lycee': 'Lycée',
  'kind-association': 'Association',
  'kind-crij': 'Information jeunesse (CRIJ)',
  'kind-region': 'Région',
  'kind-other': 'Autre structure',

  // signing in
  loginTitle: 'Se connecter',
  loginIntro:
    'Pour les équipes des structures du réseau. Les jeunes et les employeurs n’ont besoin d’aucun compte.',
  email: 'Adresse de courriel',
  password: 'Mot de passe',
  signIn: 'Se connecter',
  loginNotRecognised: 'Adresse ou mot de passe non reconnus. Vérifiez-les, puis réessayez.',
  loginPause:
    'Beaucoup d’essais pour ce compte. Faites une pause d’un quart d’heure, ou choisissez un nouveau mot de passe.',
  loginNoAccount: 'Pas encore de compte\u00a0? La personne qui coordonne votre structure peut vous inviter.',
  signedOut: 'Déconnexion faite. À bientôt\u00a0!',

  // a forgotten password
  forgotten: 'Mot de passe oublié\u00a0?',
  forgottenTitle: 'Choisir un nouveau mot de passe',
  forgottenIntro: 'Écrivez l’adresse de votre compte\u00a0: nous vous envoyons un lien, valable une heure.',
  forgottenSend: 'Recevoir le lien',
  resetSent: 'Si cette adresse a un compte, un lien vient de partir. Regardez votre boîte de réception.',
  newPasswordTitle: 'Votre nouveau mot de passe',
  newPasswordSave: 'Enregistrer ce mot de passe',
  passwordChanged: 'Votre nouveau mot de passe est enregistré. Vous pouvez vous connecter.',
  passwordHint:
    'Au moins {count} caractères. Une phrase que personne ne devinerait est parfaite\u00a0: quatre mots sans rapport entre eux, par exemple. Pas besoin de chiffres ni de symboles.',

  // an invitation's link
  invitationTitle: 'Bienvenue\u00a0: {where} vous attend',
  invitationIntro:
    'Vous êtes sur le point de rejoindre le réseau. Il ne manque que votre nom et un mot de passe.',
  invitationKnown:
    'Vous avez déjà un compte avec cette adresse\u00a0: un clic suffit, votre mot de passe ne change pas.',
  invitationRole: 'Votre rôle',
  invitationEmail: 'Votre adresse',
  yourName: 'Votre prénom et votre nom',
  yourNameHint: 'Ce nom sera écrit sur les attestations que vous signerez.',
  accept: 'Entrer',
  acceptKnown: 'Rejoindre',
  welcome: 'Bienvenue\u00a0! Votre compte est prêt.',
  joined: 'C’est fait\u00a0: vous faites partie de la structure.',

  // a structure and its people
  structuresTitle: 'Mes structures',
  noStructureTitle: 'Aucune structure pour l’instant',
  noStructureText:
    'Vous ne faites partie d’aucune structure. La personne qui la coordonne peut vous inviter.',
  noStructureAdmin: 'Voir les structures du réseau',
  publicLabel: 'Nom montré à l’extérieur\u00a0: {label}',
  members: 'L’équipe',
  noMembers: 'Personne n’a encore rejoint cette structure.',
  memberSince: 'depuis le {date}',
  endMembership: 'Retirer de l’équipe',
  endMembershipAbout:
    '{name} ne pourra plus ouvrir les sessions de la structure. Ses signatures restent valables, et vous pourrez inviter cette personne à nouveau.',
  memberLeft: 'Cette personne ne fait plus partie de l’équipe. Ce qu’elle a signé reste valable.',
  invite: 'Inviter quelqu’un',
  inviteIntro: 'La personne reçoit un courriel avec un lien, valable sept jours.',
  inviteName: 'Prénom et nom',
  inviteRole: 'Rôle',
  inviteSend: 'Envoyer l’invitation',
  onlyCoordinators: 'Pour inviter quelqu’un, adressez-vous à la personne qui coordonne votre structure.',
  pending: 'Invitations en attente',
  pendingUntil: 'lien valable jusqu’au {date}',
  pendingExpired: 'lien à renouveler',
  resend: 'Renvoyer',
  cancelInvitation: 'Retirer',
  invitationSent: 'L’invitation est partie.',
  invitationResent: 'Un nouveau lien est parti. Le précédent ne marche plus.',
  invitationNotSent:
    'L’invitation est prête, mais le courriel n’a pas pu partir. Réessayez avec «\u00a0Renvoyer\u00a0» dans quelques minutes.',
  invitationCancelled: 'L’invitation est retirée\u00a0: son lien ne marche plus.',

  // the platform
  adminTitle: 'Les structures du réseau',
  adminCount: { one: '{count} structure', other: '{count} structures' },
  adminNone: 'Aucune structure pour l’instant\u00a0: ajoutez la première.',
  adminPeople: 'Administration de la plateforme',
  addStructure: 'Ajouter une structure',
  structureName: 'Nom de la structure',
  structureKind: 'Type',
  structureTown: 'Ville',
  structurePublicLabel: 'Nom neutre pour l’extérieur',
  structurePublicLabelHint:
    'À remplir si le vrai nom en dit trop sur les jeunes (santé, justice). Il remplace le nom partout à l’extérieur.',
  structureEmail: 'Courriel de contact',
  structureEmailHint: 'Imprimé sur les passeports\u00a0: un employeur peut y écrire.',
  structureUrl: 'Site web',
  structureAdd: 'Ajouter la structure',
  structureCreated: 'La structure est ajoutée. Invitez maintenant la personne qui la coordonne.',
  adminsTitle: 'Administration de la plateforme',
  adminsIntro: 'Ces personnes voient toutes les structures, et peuvent en ajouter.',
  adminInviteHint: 'Réservé à quelques personnes de confiance.',
} as const satisfies Record<string, Message>
