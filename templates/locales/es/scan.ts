import type { SameKeys } from '../messages.ts'
import type { scan as french } from '../fr/scan.ts'

/** The camera of the page that checks documents. */
export const scan = {
  open: 'Escanear con la cámara',
  private: 'La imagen se queda en su dispositivo: no se graba ni se envía nada.',
  close: 'Apagar la cámara',
  view: 'Lo que ve la cámara',
  opening: 'Abriendo la cámara…',
  looking: 'Ponga el código QR delante de la cámara.',
  patience: 'Todavía nada: acérquese, con el papel plano y sin reflejos. O escriba el código impreso.',
  going: 'Código leído, se abre la verificación…',
  address: 'Este código lleva a una dirección ajena a este sitio. Aquí está, sin abrir:',
  text: 'Este código contiene un texto que no podemos verificar:',
  denied:
    'El navegador no tiene permiso para usar la cámara. Permítalo para este sitio o escriba el código impreso.',
  none: 'No se ha encontrado ninguna cámara. Escriba el código impreso o suba una foto.',
  failed: 'La cámara no ha podido leer el código. Escriba el código impreso o suba una foto.',
} satisfies SameKeys<typeof french>
