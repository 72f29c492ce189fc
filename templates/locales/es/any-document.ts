import type { anyDocument as original } from '../fr/any-document.ts'
import type { SameKeys } from '../messages.ts'

export const anyDocument: SameKeys<typeof original> = {
  title: 'Verificar un documento',
  lede: 'Un pasaporte, una insignia, una acreditación: en PDF, imagen, foto o texto. Sin cuenta y gratis; todo se lee, se verifica y se olvida.',
  fileLabel: 'El archivo, o una foto de su código QR',
  fileHint: 'PDF, imagen, .json, .jwt… 5 MB como máximo, 10 MB para una foto.',
  drop: 'Suéltelo aquí o elíjalo.',
  chosen: 'Elegido: {name}',
  dropHere: 'Suelte para verificar',
  codeLabel: 'O el código impreso bajo el código QR',
  codeHint: '12 letras y cifras, por ejemplo 7K3F\u00a09QXW\u00a02M4T.',
  textLabel: 'O un enlace, o el contenido del documento',
  textHint: 'Pegue lo que ha recibido: una dirección, JSON o un texto que empieza por eyJ…',
  submit: 'Verificar',
  notFollowed: 'Lo que dice (no lo hemos abierto):',

  'what.passport': 'Un pasaporte, que reúne varias acreditaciones',
  'what.open-badge-3': 'Una insignia Open Badges 3.0',
  'what.open-badge-2': 'Una insignia Open Badges 2.0',
  'what.endorsement': 'Una confirmación de un tercero',
  'what.credential': 'Una acreditación digital',
  'in.pdf': '{what}, en un PDF',
  'in.png': '{what}, en una imagen',
  'in.svg': '{what}, en una imagen',
  'in.qr': '{what}, en un código QR',
  'around.pages':
    'Hemos verificado los datos firmados adjuntos a este PDF, no sus páginas: fíese de lo que está escrito aquí.',
  'around.picture':
    'Hemos verificado los datos firmados que contiene esta imagen, no lo que muestra: fíese de lo que está escrito aquí.',
  token: 'Su firma es la de un token (JWT).',
  presentation: 'Venía en una presentación: verificamos lo que contiene, no quién la presenta.',
  others: {
    one: 'Hay otra acreditación en el mismo lugar: solo hemos verificado la primera.',
    other: 'Hay otras {count} en el mismo lugar: solo hemos verificado la primera.',
  },

  'why.unsigned': 'Este documento no lleva ninguna firma: cualquiera ha podido escribirlo.',
  'why.foreignKey': 'Está firmado con una clave que no es del emisor que indica.',
  'why.keyUnknown': 'No hemos encontrado su clave de firma en el emisor que indica.',
  'why.contradicts': 'Lo que dice el sobre firmado contradice lo que dice el documento.',
  'why.signatureExpired': 'Su firma dejó de ser válida en la fecha que indica.',
  'why.unspoken': 'Está firmado de una forma que no sabemos verificar.',
  'why.baseProof': 'Es el original que guarda su titular: pídale la versión para mostrar.',
  'why.formless': 'Su forma no sigue la norma que dice seguir.',

  'older.title': 'Una insignia que no se verifica con una firma',
  'older.same': 'El sitio {host} publica hoy esta insignia tal como la ha recibido. Nada más la demuestra.',
  'older.different': 'El sitio {host} publica hoy otra cosa en esa dirección.',
  'older.withdrawn': 'El sitio {host} dice haber retirado esta insignia.',
  'older.elsewhere': 'Esta insignia la publica {host}, que no es el sitio del emisor que indica.',
  'older.unreachable': 'El sitio {host} no ha respondido: no hemos podido comparar nada.',
  'older.not-asked': 'No la hemos comparado con lo que publica su emisor.',
  'older.signed': 'Lleva una firma de un modelo antiguo, que no verificamos.',
  'older.explain':
    'Las insignias Open Badges 2.0 están en el sitio de su emisor: valen lo que ese sitio diga de ellas el día en que se consulta.',
  'older.next':
    'Entre en el sitio del emisor por una vía que ya conozca, o pida a la persona una insignia Open Badges 3.0.',
  'older.claims': 'Lo que dice esta insignia',
  'older.issuer': 'Emisor indicado',
  'older.host': 'Publicada en',
  another: 'Verificar otro documento',

  'problem.nothing': 'Elija un archivo, pegue un contenido o escriba un código.',
  'problem.code': 'Esto no es un código: un código tiene 12 letras y cifras.',
  'problem.address':
    'Esta dirección no es la de uno de nuestros documentos. Descargue el archivo que muestra y suéltelo aquí.',
  'problem.qr-address': 'Este código QR lleva a otro sitio: no lo hemos abierto.',
  'problem.qr-other': 'Este código QR contiene algo que no es una acreditación.',
  'problem.not-recognised': 'No vemos aquí ni pasaporte, ni insignia, ni acreditación.',
  'problem.too-large': 'Es más grande de lo que podemos leer. Mejor escanee su código QR.',
  'problem.too-deep': 'Este contenido está demasiado anidado para leerlo.',
  'problem.too-slow': 'Leerlo lleva demasiado tiempo. Mejor escanee su código QR.',
  'problem.busy': 'Hay mucha gente verificando: vuelva a intentarlo en unos segundos.',
  'problem.damaged': 'Este archivo está dañado o incompleto. Pida que se lo envíen otra vez.',
  'problem.pdf-without-attachment': 'Este PDF no contiene datos firmados. Si lleva un código QR, escanéelo.',
  'problem.pdf-encrypted': 'Este PDF está protegido con contraseña. Mejor escanee su código QR.',
  'problem.picture-without-code':
    'No vemos ni insignia ni código QR en esta imagen. Repita la foto más cerca, con el papel plano y sin reflejos.',
  'problem.picture-too-large': 'Esta imagen tiene demasiados píxeles. Recórtela alrededor del código QR.',
  'problem.picture-format': 'Aquí no se lee este formato de imagen. Guárdela en JPEG o PNG.',
  'problem.svg-with-entities': 'Esta imagen SVG contiene definiciones que no abrimos, por prudencia.',
  'problem.svg-without-badge': 'Esta imagen SVG no contiene ninguna insignia.',
  'problem.archive': 'Es un archivo comprimido o un documento ofimático. Suelte el archivo que contiene.',
  'problem.not-a-credential': 'Estos datos no son ni una acreditación ni una insignia.',
  'problem.badge-class':
    'Este archivo describe una insignia; no dice quién la recibió. Pida la insignia de la persona.',
  'problem.europass':
    'Es una credencial digital europea (Europass). Su sello se verifica en el sitio Europass de la Unión Europea.',
  'problem.sd-jwt': 'Es una acreditación de cartera digital (SD-JWT), que todavía no sabemos verificar.',
  'problem.jwt-presentation':
    'Es una presentación en forma de token, hecha para un solo destinatario. Pida la propia acreditación.',
  'problem.jwt-other': 'Es un token (JWT), pero no lleva ninguna acreditación que podamos leer.',
}
