import type { Message } from '../messages.ts'

/** What the visitor's own device says of a paper: beside the server's verdict, and without network in its place. */
export const phone = {
  // the two voices, when they agree
  byServer: 'Vérifié par le serveur',
  byPhone: 'Vérifié par votre téléphone',

  // one for each way in which server and device can meet: browser/verdict/pairs.ts
  'agree.title': 'Les deux disent la même chose.',
  'original.title': 'Le papier est d’origine, mais lisez la réponse ci-dessus.',
  'original.text':
    'Votre téléphone a reconnu la signature imprimée. Depuis, la situation du document a changé\u00a0: c’est la réponse du serveur qui compte.',
  'private.title': 'Le papier est d’origine.',
  'private.text':
    'Votre téléphone a reconnu la signature imprimée. La page est privée\u00a0: il n’en dit pas plus.',
  'erased.title': 'Le papier est d’origine.',
  'erased.text':
    'Votre téléphone a reconnu la signature imprimée. La personne a fait effacer ce qui était gardé ici\u00a0: il ne reste que son papier.',
  'missing.title': 'Le papier est d’origine, mais le serveur ne connaît pas ce code.',
  'missing.text':
    'La signature imprimée est bonne, et pourtant le document n’est plus ici. Interrogez {issuer} avant de vous y fier.',
  'alone.title': 'Votre téléphone, lui, a pu vérifier le papier.',
  'alone.text': 'La signature imprimée est bonne. Pour le reste, rechargez cette page dans quelques minutes.',
  'refused.title': 'Le papier est d’origine, mais le serveur ne reconnaît pas ce document.',
  'refused.text': 'Ne vous y fiez pas pour l’instant\u00a0: interrogez {issuer}.',
  'forged.title': 'Ce papier n’est pas celui que nous avons signé.',
  'forged.text':
    'Le code existe, mais la signature imprimée avec lui est fausse. Fiez-vous à cette page et non au papier\u00a0; demandez le passeport d’origine.',
  'other-code.title': 'La signature imprimée est celle d’un autre passeport.',
  'other-code.text':
    'Elle a été recopiée à côté de ce code. Fiez-vous à cette page et non au papier\u00a0; demandez le passeport d’origine.',
  'other-name.title': 'Le papier a été signé pour un autre nom.',
  'other-name.text':
    'Signature\u00a0: {paper}. Ce code\u00a0: {server}. Fiez-vous à cette page, et demandez le passeport d’origine ou une pièce d’identité.',
  'old-key.title': 'La signature imprimée n’est plus reconnue.',
  'old-key.text':
    'La clé qui l’a faite n’est plus sûre. Fiez-vous à cette page\u00a0; le passeport peut être imprimé à nouveau.',
  'unknown-key.title': 'La signature imprimée n’est pas de nous.',
  'unknown-key.text':
    'Elle a été faite avec une clé inconnue ici. Fiez-vous à cette page et non au papier\u00a0; demandez le passeport d’origine.',
  'damaged.title': 'La signature imprimée n’a pas pu être lue.',
  'damaged.text':
    'Le QR code a été mal lu, ou le lien coupé. Scannez-le à nouveau, bien à plat\u00a0; sinon, fiez-vous à cette page.',
  'neither.title': 'Ni le serveur ni votre téléphone ne reconnaissent ce papier.',
  'neither.text': 'Ne tenez pour vrai rien de ce qu’il dit\u00a0; demandez le passeport d’origine.',
  'cannot.title': 'Votre téléphone ne peut pas vérifier le papier lui-même.',
  'cannot.text': 'Son navigateur est trop ancien. La réponse du serveur suffit.',
  'no-keys.title': 'Votre téléphone n’a pas pu vérifier le papier.',
  'no-keys.text':
    'Il n’a pas reçu les clés. La réponse du serveur suffit\u00a0; rechargez la page pour réessayer.',
  'nobody.title': 'Ni le serveur ni votre téléphone n’ont pu vérifier ce papier.',
  'nobody.text': 'Cela ne veut pas dire qu’il est faux\u00a0: rechargez la page dans quelques minutes.',
  'differ.title': 'Le serveur et votre téléphone ne disent pas la même chose.',
  'differ.text':
    'Rechargez la page. Si cela dure, retenez la moins bonne des deux réponses et interrogez {issuer}.',
  'clock.title': 'Le papier est d’origine\u00a0; l’horloge de votre téléphone retarde.',
  'clock.text': 'À l’en croire, ce passeport n’est pas encore signé. La réponse du serveur suffit.',

  // without network
  hereTitle: 'Vérifier sans réseau',
  hereLede:
    'Scannez le QR code d’un passeport avec l’appareil photo\u00a0: sans réseau, cette page répond à la place du serveur.',
  hereScript: 'Cette page a besoin de JavaScript\u00a0: c’est votre téléphone qui vérifie.',
  here: 'Vérifié par votre téléphone, sans réseau.',
  hereNot: 'Sans réseau\u00a0: seul votre téléphone a répondu.',
  known: 'Clés et retraits connus au {when}.',
  old: 'Ces informations ont plus de 30 jours\u00a0: un retrait récent peut y manquer. Vérifiez à nouveau avec du réseau.',
  'here.verified.sentence': 'Signé par {issuer} en {month}. À notre connaissance, il n’a pas été retiré.',
  'here.verified.proves':
    'Ce papier a été signé par {issuer} pour ce nom et ces compétences, et rien n’y a été changé. Le {when}, il n’était pas retiré.',
  'here.verified.next': 'Avec du réseau, cette page en dit plus\u00a0: observations, dates, qui joindre.',
  'here.not-yet-valid.sentence':
    'Ce papier est authentique, mais daté de {month}. L’horloge de ce téléphone est-elle à l’heure\u00a0?',
  'here.superseded.title': 'Ce papier n’est plus à jour',
  'here.superseded.sentence':
    'Il est authentique. Depuis, une attestation en a été retirée, ou une version plus récente l’a remplacé.',
  'here.superseded.notProves': 'Que tout ce qu’il dit est encore vrai aujourd’hui.',
  'here.superseded.next': 'Demandez à la personne sa version à jour, ou rouvrez cette page avec du réseau.',
  'here.network.title': 'Il faut du réseau pour ce papier-ci',
  'here.network.sentence': 'Son QR code ne porte pas de signature\u00a0: seul le serveur peut répondre.',
  'here.key-unknown':
    'Sa clé n’est pas de celles que ce téléphone connaît\u00a0: elle est peut-être plus récente.',
  'here.no-keys':
    'Ce téléphone n’a pas les clés nécessaires\u00a0: il les reçoit quand cette page s’ouvre avec du réseau.',
  'here.cannot': 'Le navigateur de ce téléphone est trop ancien pour vérifier sans réseau.',
  'here.not-readable':
    'La signature imprimée est illisible\u00a0: scannez à nouveau le QR code, bien à plat.',
  'here.other-code': 'La signature imprimée est celle d’un autre passeport.',
  'here.next': 'Vérifiez à nouveau dès que vous avez du réseau.',
  retry: 'Réessayer avec le réseau',
  moreSkills: 'Voir les autres compétences',
  signedBy: 'a signé ce passeport, {month}',
  underMonth: 'moins d’un mois',
  unnamedSkill: 'Compétence nº\u00a0{number}',
  level: 'niveau {level} sur {of}',

  // the whole signed document, on demand
  check: 'Vérifier aussi sur cet appareil',
  checkHint: 'Refait ici chaque contrôle du serveur, après un chargement d’environ 110\u00a0Ko.',
  checking: 'Vérification en cours…',
  'checked.same': 'Vérifié sur cet appareil\u00a0: il dit la même chose que le serveur.',
  'checked.other':
    'Cet appareil ne répond pas comme le serveur\u00a0: «\u00a0{verdict}\u00a0». Rechargez la page\u00a0; si cela dure, écrivez à la structure.',
  'checked.key':
    'Cet appareil ne sait pas quand ce document a été signé avec une clé retirée depuis\u00a0: seul le registre du serveur le sait.',
  'checked.failed': 'Cet appareil n’a pas pu aller au bout. La réponse du serveur suffit.',
} as const satisfies Record<string, Message>
