import type { Message } from '../messages.ts'

/** One sentence per kind of wrong value. A zod message is one of these keys. */
export const fields = {
  required: 'Cette case ne peut pas rester vide.',
  invalid: 'Cette valeur n’est pas reconnue.',
  tooLong: 'C’est un peu long : {max} caractères au plus.',
  tooShort: 'C’est un peu court : {min} caractères au moins.',
  email: 'Cette adresse ne ressemble pas à une adresse de courriel (nom@exemple.fr).',
  date: 'Cette date n’existe pas. Écrivez-la ainsi : 03/07/2026.',
  endBeforeStart: 'La fin vient avant le début : vérifiez les deux dates.',
  url: 'Cette adresse web n’est pas reconnue. Elle commence par https://',
  choice: 'Choisissez une des réponses proposées.',
  malformed: 'Cette valeur contient des caractères invisibles que nous ne pouvons pas garder.',
  verifyCode: 'Ce code n’est pas complet : il a 12 lettres et chiffres, par exemple 7K3F 9QXW 2M4T.',
  verifyNothing: 'Choisissez un fichier, ou collez son contenu dans la case.',
  verifyNotJson:
    'Nous n’arrivons pas à lire ce texte : vérifiez qu’il est complet, de la première accolade à la dernière.',
  verifyPdf: 'C’est un PDF : scannez plutôt le QR code qu’il contient, ou recopiez le code écrit dessous.',
  verifyTooDeep: 'Ce document est bien trop imbriqué pour être une attestation.',
  verifyTooLarge: 'Ce document est trop lourd pour être une attestation : 1 Mo au plus.',
} as const satisfies Record<string, Message>
