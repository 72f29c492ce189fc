import type { Message } from '../messages.ts'

/** One sentence per kind of wrong value. A zod message is one of these keys. */
export const fields = {
  required: 'Cette case ne peut pas rester vide.',
  invalid: 'Cette valeur n’est pas reconnue.',
  tooLong: 'C’est un peu long\u00a0: {max} caractères au plus.',
  tooShort: 'C’est un peu court\u00a0: {min} caractères au moins.',
  email: 'Cette adresse ne ressemble pas à une adresse de courriel (nom@exemple.fr).',
  date: 'Cette date n’existe pas. Écrivez-la ainsi\u00a0: 03/07/2026.',
  endBeforeStart: 'La fin vient avant le début\u00a0: vérifiez les deux dates.',
  url: 'Cette adresse web n’est pas reconnue. Elle commence par https://',
  choice: 'Choisissez une des réponses proposées.',
  namesake: 'Deux personnes de la structure portent ce nom. Donnez la date de naissance pour dire laquelle.',
  malformed: 'Cette valeur contient des caractères invisibles que nous ne pouvons pas garder.',
  verifyCode:
    'Ce code n’est pas complet\u00a0: il a 12 lettres et chiffres, par exemple 7K3F\u00a09QXW\u00a02M4T.',
  verifyNothing: 'Choisissez un fichier, ou collez son contenu dans la case.',
  verifyNotJson:
    'Nous n’arrivons pas à lire ce texte\u00a0: vérifiez qu’il est complet, de la première accolade à la dernière.',
  verifyPdf:
    'C’est un PDF\u00a0: scannez plutôt le QR code qu’il contient, ou recopiez le code écrit dessous.',
  verifyTooDeep: 'Ce document est bien trop imbriqué pour être une attestation.',
  kitFolder:
    'Ce dossier contient déjà autre chose\u00a0: donnez un dossier vide, ou qui n’existe pas encore.',
  verifyTooLarge: 'Ce document est trop lourd pour être une attestation\u00a0: 1 Mo au plus.',
  clientScopes: 'Cochez au moins un droit.',
  clientDisabled: 'Ce programme est désactivé\u00a0: autorisez-en un nouveau.',
  isoDate: 'Écrivez ce jour ainsi\u00a0: 2027-07-03.',
  notPast: 'Ce jour est déjà passé\u00a0: choisissez-en un autre.',
  changedMeanwhile:
    'Entre-temps, quelqu’un a changé cette case\u00a0: vérifiez-la, puis enregistrez à nouveau.',
  competence: 'Cette compétence ne fait pas partie de cette session.',
  level: 'Ce niveau n’existe pas pour cette compétence\u00a0: choisissez-en un dans la liste.',
  chooseOne: 'Cochez au moins une compétence ou une langue.',
  reissueWhat: 'Nommez des attestations, ou une session avec --session.',
  personExists:
    'Une autre personne de la structure porte déjà ce nom et cette date de naissance\u00a0: vérifiez ce que vous avez écrit.',
  lastTrainer: 'Il faut au moins une personne dans l’équipe\u00a0: ajoutez quelqu’un d’autre d’abord.',
  slipCode:
    'Ce code n’est pas complet\u00a0: il a 16 lettres et chiffres, par exemple 7K3F\u00a09QXW\u00a02M4T 8ABC.',
  accountClosed: 'Ce compte est fermé. Une personne qui administre la plateforme peut le rouvrir.',
  accountExists: 'Un compte existe déjà avec cette adresse.',
  memberExists: 'Cette personne fait déjà partie de l’équipe, avec ce rôle ou plus.',
  notYourself: 'Vous ne pouvez pas vous retirer vous-même\u00a0: demandez à quelqu’un d’autre.',
  organisationExists: 'Une structure porte déjà ce nom dans le réseau.',
  onePerson: '{value}\u00a0: dites si c’est une seule et même personne.',
  twiceInSession: '{value}\u00a0: deux places dans cette session, qui n’est pas encore signée.',
  typedName: 'Ce n’est pas tout à fait le nom de la structure qui disparaît\u00a0: recopiez-le.',
  passwordCommon:
    'Ce mot de passe est parmi les premiers que l’on devine. Essayez quelques mots sans rapport entre eux.',
  passwordPersonal:
    'Ce mot de passe ressemble à votre nom ou à votre adresse. Essayez quelques mots sans rapport avec vous.',
  passwordShort: 'Encore un peu plus long\u00a0: au moins {min} caractères.',
  sinceUnread: 'Écrivez un jour et une heure, par exemple 03/07/2026 14:30.',
  sinceAhead: 'Ce moment n’est pas encore arrivé\u00a0: choisissez-en un déjà passé.',
  sinceLater: 'Un moment plus ancien est déjà déclaré\u00a0: il peut être avancé, jamais repoussé.',
  nameDiffers: 'Ce n’est pas le nom de cet émetteur. Recopiez-le tel qu’il est écrit.',
} as const satisfies Record<string, Message>
