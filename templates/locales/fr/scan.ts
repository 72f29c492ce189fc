import type { Message } from '../messages.ts'

/** The camera of the page that checks documents; its script has no words of its own. */
export const scan = {
  open: 'Scanner avec la caméra',
  private: 'L’image reste sur votre appareil\u00a0: rien n’est enregistré ni envoyé.',
  close: 'Arrêter la caméra',
  view: 'Ce que voit la caméra',
  opening: 'La caméra s’ouvre…',
  looking: 'Placez le QR code devant la caméra.',
  patience: 'Rien encore\u00a0: approchez-vous, à plat et sans reflet. Ou tapez le code imprimé.',
  going: 'Code lu, la vérification s’ouvre…',
  address: 'Ce code mène à une autre adresse que ce site. La voici, sans l’ouvrir\u00a0:',
  text: 'Ce code contient un texte que nous ne savons pas vérifier\u00a0:',
  denied:
    'Le navigateur n’a pas le droit d’utiliser la caméra. Autorisez-la pour ce site, ou tapez le code imprimé.',
  none: 'Aucune caméra n’a été trouvée. Tapez le code imprimé, ou déposez une photo.',
  failed: 'La caméra n’a pas pu lire le code. Tapez le code imprimé, ou déposez une photo.',
} satisfies Record<string, Message>
