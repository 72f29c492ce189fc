import type { Message } from '../messages.ts'

/** Signing keys. */
export const keys = {
  'state-active': 'En service',
  'state-retired': 'Hors service',
  'state-compromised': 'Compromise',
  title: 'Clés de signature',
  lede: 'La plateforme et chaque structure signent avec leur clé. La remplacer de temps en temps est une bonne habitude\u00a0: ce que l’ancienne a signé reste vérifiable.',
  back: 'Clés de signature',
  newKey: 'Nouvelle clé',
  retire: 'Mettre hors service',
  compromise: 'Déclarer compromise',
  earlier: 'Avancer le moment',
  reissue: 'Refaire ce qu’elle a signé',
  actionsOf: 'la clé {key}',
  key: 'Clé',
  state: 'État',
  created: 'Créée',
  signed: 'A signé',
  actions: 'Actions',
  signedCount: { one: '{count} attestation', other: '{count} attestations' },
  ageToday: 'aujourd’hui',
  age: { one: 'il y a {count} jour', other: 'il y a {count} jours' },
  retiredOn: 'depuis le {date}',
  compromisedSince: 'depuis le {date}',
  keysOf: '{name}\u00a0: ses clés',
  did: 'Identifiant public, celui que lisent les logiciels de vérification\u00a0:',
  journal: 'Ce qui a été fait',
  journalNone: 'Rien pour l’instant\u00a0: les changements de clés s’écriront ici.',
  'event-issuer.created': '{issuer}\u00a0: première clé',
  'event-key.rotated': '{issuer}\u00a0: nouvelle clé',
  'event-key.retired': '{issuer}\u00a0: clé mise hors service',
  'event-key.compromised': '{issuer}\u00a0: clé déclarée compromise depuis le {since}',
  'event-key.reissued': {
    one: '{issuer}\u00a0: {count} attestation refaite',
    other: '{issuer}\u00a0: {count} attestations refaites',
  },
  byWhom: '{date}, par {actor}',

  rotateTitle: '{name}\u00a0: mettre une nouvelle clé en service\u00a0?',
  rotateWhat1: 'Une nouvelle clé est créée et signe tout de suite à la place de l’actuelle.',
  retireTitle: '{name}\u00a0: mettre cette clé hors service\u00a0?',
  retireWhat1:
    'Cette clé ne signera plus rien. Si c’est celle qui signe aujourd’hui, une nouvelle la remplace tout de suite.',
  pastStays:
    'Tout ce que l’ancienne clé a signé reste vérifiable, ici et partout ailleurs. Elle reste publiée pour cela.',
  nothingElse: 'Les jeunes, les formateurs et les employeurs ne remarquent rien.',
  developmentDid:
    'Cette installation n’est pas encore en https\u00a0: l’identifiant de l’émetteur change avec sa clé.',
  suspectInstead:
    'Quelqu’un d’autre a pu utiliser cette clé\u00a0? Il faut alors la déclarer compromise\u00a0: la mettre hors service ne suffit pas.',
  rotateNow: 'Mettre la nouvelle clé en service',
  retireNow: 'Mettre cette clé hors service',
  cancel: 'Ne rien changer',
  rotatedFlash: 'La nouvelle clé signe désormais.',
  retiredFlash: 'Cette clé ne signe plus rien.',

  compromiseTitle: '{name}\u00a0: déclarer une clé compromise\u00a0?',
  compromiseLede:
    'À faire si quelqu’un d’autre a pu se servir de cette clé\u00a0: ordinateur volé, sauvegarde égarée, intrusion.',
  compromiseWhat: 'Ce qui va se passer',
  compromiseWhat1:
    'Plus rien de ce que cette clé a signé à partir du moment choisi n’est reconnu, quelle que soit la date écrite dessus.',
  compromiseWhat2:
    'Ce que notre registre a vu signer avant ce moment reste vérifié sur nos pages. Les autres logiciels de vérification, eux, refuseront tout ce que cette clé a signé.',
  compromiseWhat3: 'Si elle signait encore, une nouvelle clé prend sa place tout de suite.',
  compromiseWhat4:
    'On vous proposera ensuite de refaire ce qu’elle a signé. Les anciens QR codes mèneront aux nouvelles attestations.',
  compromiseFinal: 'Cela ne s’annule pas. Le moment choisi pourra être avancé, jamais repoussé.',
  signedSoFar: {
    one: 'Cette clé a signé {count} attestation.',
    other: 'Cette clé a signé {count} attestations.',
  },
  since: 'À partir de quand ne plus la croire',
  sinceHint:
    'Heure de Paris. Choisissez le premier moment où quelqu’un a pu l’avoir et, dans le doute, un moment plus ancien. Cette clé a été créée le {date}.',
  sinceKnown: 'Le moment déjà déclaré est le {date}\u00a0: vous pouvez seulement l’avancer.',
  issuerName: 'Recopiez le nom de l’émetteur\u00a0: {name}',
  compromiseNow: 'Déclarer cette clé compromise',
  compromisedFlash: 'La clé est déclarée compromise.',

  reissueTitle: '{name}\u00a0: refaire ce qu’a signé une clé compromise',
  reissueLede:
    'Chaque attestation est signée à nouveau, avec la clé d’aujourd’hui et un nouveau code. L’ancienne renvoie à la nouvelle\u00a0: les papiers déjà distribués continuent de servir.',
  reissueBefore: {
    one: '{count} attestation signée avant le {date}\u00a0: vérifiée ici, refusée par les autres logiciels.',
    other:
      '{count} attestations signées avant le {date}\u00a0: vérifiées ici, refusées par les autres logiciels.',
  },
  reissueSince: {
    one: '{count} attestation signée à partir du {date}\u00a0: plus reconnue nulle part.',
    other: '{count} attestations signées à partir du {date}\u00a0: plus reconnues nulle part.',
  },
  reissueStanding: {
    one: 'Il reste {count} attestation à refaire (ni retirée, ni déjà remplacée).',
    other: 'Il reste {count} attestations à refaire (ni retirées, ni déjà remplacées).',
  },
  reissueNone: 'Il ne reste rien à refaire.',
  reissueProgress: '{done} sur {total} refaites ou retirées',
  reissueNow: { one: 'Refaire {count} attestation', other: 'Refaire {count} attestations' },
  reissuePortion:
    '{max} à la fois, au plus\u00a0: recommencez jusqu’à la dernière, ou lancez la commande «\u00a0passerelle keys reissue\u00a0».',
  reissueFailed: {
    one: '{count} attestation n’a pas pu être signée. Vous pouvez réessayer.',
    other: '{count} attestations n’ont pas pu être signées. Vous pouvez réessayer.',
  },
  reissuedFlash: 'C’est fait\u00a0: les nouvelles attestations sont signées.',
} as const satisfies Record<string, Message>
