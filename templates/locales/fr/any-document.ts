import type { Message } from '../messages.ts'

/** « Vérifier »: whatever a stranger holds, said in a few words. */
export const anyDocument = {
  title: 'Vérifier un document',
  lede: 'Un passeport, un badge, une attestation\u00a0: en PDF, en image, en photo ou en texte. Sans compte, gratuitement\u00a0; tout est lu, vérifié, puis oublié.',
  fileLabel: 'Le fichier, ou une photo de son QR code',
  fileHint: 'PDF, image, .json, .jwt… 5\u00a0Mo au plus, 10\u00a0Mo pour une photo.',
  drop: 'Déposez-le ici, ou choisissez-le.',
  chosen: 'Choisi\u00a0: {name}',
  dropHere: 'Lâchez pour vérifier',
  codeLabel: 'Ou le code imprimé sous le QR code',
  codeHint: '12 lettres et chiffres, par exemple 7K3F\u00a09QXW\u00a02M4T.',
  textLabel: 'Ou un lien, ou le contenu du document',
  textHint: 'Collez ce que vous avez reçu\u00a0: une adresse, du JSON, un texte qui commence par eyJ…',
  submit: 'Vérifier',
  notFollowed: 'Ce qu’on y lit (nous ne l’avons pas ouvert)\u00a0:',

  'what.passport': 'Un passeport, qui réunit plusieurs attestations',
  'what.open-badge-3': 'Un badge Open Badges 3.0',
  'what.open-badge-2': 'Un badge Open Badges 2.0',
  'what.endorsement': 'Une confirmation par un tiers',
  'what.credential': 'Une attestation numérique',
  'in.pdf': '{what}, dans un PDF',
  'in.png': '{what}, dans une image',
  'in.svg': '{what}, dans une image',
  'in.qr': '{what}, dans un QR code',
  'around.pages':
    'Nous avons vérifié les données signées jointes à ce PDF, pas ses pages\u00a0: fiez-vous à ce qui est écrit ici.',
  'around.picture':
    'Nous avons vérifié les données signées contenues dans cette image, pas ce qu’elle montre\u00a0: fiez-vous à ce qui est écrit ici.',
  token: 'Il est signé sous la forme d’un jeton (JWT).',
  presentation:
    'Il était dans une présentation\u00a0: nous vérifions ce qu’elle contient, pas qui la présente.',
  others: {
    one: 'Il y en a un autre au même endroit\u00a0: nous n’avons vérifié que le premier.',
    other: 'Il y en a {count} autres au même endroit\u00a0: nous n’avons vérifié que le premier.',
  },

  'why.unsigned': 'Ce document ne porte aucune signature\u00a0: n’importe qui a pu l’écrire.',
  'why.foreignKey': 'Il est signé avec une clé qui n’est pas celle de l’émetteur qu’il nomme.',
  'why.keyUnknown': 'Nous n’avons pas trouvé sa clé de signature chez l’émetteur qu’il nomme.',
  'why.contradicts': 'Ce que dit l’enveloppe signée contredit ce que dit le document.',
  'why.signatureExpired': 'Sa signature n’est plus valable depuis la date qu’elle porte.',
  'why.unspoken': 'Il est signé d’une façon que nous ne savons pas vérifier.',
  'why.baseProof': 'C’est l’original que son titulaire garde\u00a0: demandez-lui la version à montrer.',
  'why.formless': 'Sa forme ne suit pas la norme dont il se réclame.',

  'older.title': 'Un badge qui ne se vérifie pas par une signature',
  'older.same':
    'Le site {host} publie ce badge aujourd’hui, tel que vous l’avez reçu. Rien d’autre ne le prouve.',
  'older.different': 'Le site {host} publie aujourd’hui autre chose à cette adresse.',
  'older.withdrawn': 'Le site {host} dit avoir retiré ce badge.',
  'older.elsewhere': 'Ce badge est publié par {host}, qui n’est pas le site de l’émetteur qu’il nomme.',
  'older.unreachable': 'Le site {host} ne nous a pas répondu\u00a0: nous n’avons rien pu comparer.',
  'older.not-asked': 'Nous ne l’avons pas comparé à ce que publie son émetteur.',
  'older.signed': 'Il porte une signature d’un ancien modèle, que nous ne vérifions pas.',
  'older.explain':
    'Les badges Open Badges 2.0 vivent sur le site de leur émetteur\u00a0: ils valent ce que ce site en dit le jour où on le lui demande.',
  'older.next':
    'Ouvrez le site de l’émetteur par un chemin que vous connaissez, ou demandez à la personne un badge Open Badges 3.0.',
  'older.claims': 'Ce que dit ce badge',
  'older.issuer': 'Émetteur nommé',
  'older.host': 'Publié sur',
  another: 'Vérifier un autre document',

  'problem.nothing': 'Choisissez un fichier, collez un contenu ou tapez un code.',
  'problem.code': 'Ce n’est pas un code\u00a0: un code a 12 lettres et chiffres.',
  'problem.address':
    'Cette adresse n’est pas celle d’un de nos documents. Téléchargez le fichier qu’elle montre, puis déposez-le ici.',
  'problem.qr-address': 'Ce QR code mène à un autre site\u00a0: nous ne l’avons pas ouvert.',
  'problem.qr-other': 'Ce QR code contient autre chose qu’une attestation.',
  'problem.not-recognised': 'Nous n’y reconnaissons ni passeport, ni badge, ni attestation.',
  'problem.too-large': 'C’est trop gros pour être lu ici. Scannez plutôt son QR code.',
  'problem.too-deep': 'Ce contenu est trop imbriqué pour être lu.',
  'problem.too-slow': 'Sa lecture prend trop de temps. Scannez plutôt son QR code.',
  'problem.busy': 'Beaucoup de monde vérifie en ce moment\u00a0: réessayez dans quelques secondes.',
  'problem.damaged': 'Ce fichier est abîmé ou incomplet. Demandez qu’on vous le renvoie.',
  'problem.pdf-without-attachment':
    'Ce PDF ne contient pas de données signées. S’il porte un QR code, scannez-le.',
  'problem.pdf-encrypted': 'Ce PDF est protégé par un mot de passe. Scannez plutôt son QR code.',
  'problem.picture-without-code':
    'Nous ne voyons ni badge ni QR code sur cette image. Reprenez la photo de plus près, à plat et sans reflet.',
  'problem.picture-too-large': 'Cette image est trop grande. Recadrez-la autour du QR code.',
  'problem.picture-format': 'Ce format d’image n’est pas lu ici. Enregistrez-la en JPEG ou en PNG.',
  'problem.svg-with-entities':
    'Cette image SVG contient des définitions que nous n’ouvrons pas, par prudence.',
  'problem.svg-without-badge': 'Cette image SVG ne contient pas de badge.',
  'problem.archive': 'C’est une archive ou un document de bureau. Déposez le fichier qu’elle contient.',
  'problem.not-a-credential': 'Ces données ne sont ni une attestation ni un badge.',
  'problem.badge-class':
    'Ce fichier décrit un badge\u00a0; il ne dit pas qui l’a reçu. Demandez le badge de la personne.',
  'problem.europass':
    'C’est une attestation européenne (Europass). Son sceau se vérifie sur le site Europass de l’Union européenne.',
  'problem.sd-jwt': 'C’est une attestation de portefeuille (SD-JWT), que nous ne savons pas encore vérifier.',
  'problem.jwt-presentation':
    'C’est une présentation sous forme de jeton, faite pour un seul destinataire. Demandez l’attestation elle-même.',
  'problem.jwt-other': 'C’est un jeton (JWT), mais il ne porte pas d’attestation que nous puissions lire.',
} as const satisfies Record<string, Message>
