import type { SameKeys } from '../messages.ts'
import type { scan as french } from '../fr/scan.ts'

/** The camera of the page that checks documents. */
export const scan = {
  open: 'Ler com a câmara',
  private: 'A imagem fica no seu dispositivo: nada é gravado nem enviado.',
  close: 'Desligar a câmara',
  view: 'O que a câmara vê',
  opening: 'A abrir a câmara…',
  looking: 'Coloque o código QR em frente à câmara.',
  patience: 'Ainda nada: aproxime-se, com a folha plana e sem reflexos. Ou escreva o código impresso.',
  going: 'Código lido, a verificação vai abrir…',
  address: 'Este código leva a um endereço fora deste site. Aqui está, sem o abrir:',
  text: 'Este código contém um texto que não sabemos verificar:',
  denied:
    'O navegador não tem autorização para usar a câmara. Autorize-a para este site ou escreva o código impresso.',
  none: 'Não foi encontrada nenhuma câmara. Escreva o código impresso ou envie uma foto.',
  failed: 'A câmara não conseguiu ler o código. Escreva o código impresso ou envie uma foto.',
} satisfies SameKeys<typeof french>
