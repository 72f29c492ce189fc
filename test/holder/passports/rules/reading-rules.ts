import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument } from 'pdf-lib'
import {
  allOf,
  at,
  dictAt,
  items,
  nameOf,
  numberOf,
  operationsOf,
  structureOf,
  textOf,
  type Element,
  type Rule,
} from './parsed-pdf.ts'

const PAINTS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"'])
const STANDARD = new Set(
  'Document Part Sect H1 H2 H3 P L LI Lbl LBody BlockQuote Span Link Figure'.split(' '),
)
const LANGUAGE = /^[a-z]{2}(-[A-Z]{2})?$/

const elements = (document: PDFDocument): Element[] => allOf(structureOf(document))
const when = (isWrong: boolean, problem: string): string[] => (isWrong ? [problem] : [])

/** PDF/UA-1 (ISO 14289-1), by the Matterhorn protocol's checkpoints that our own documents could fail. */
export const READING_RULES: readonly Rule[] = [
  {
    asks: 'says that it is tagged',
    clause: 'ISO 14289-1, 7.1; Matterhorn 06-001',
    problems: (document) => [
      ...when(!dictAt(document, document.catalog, 'StructTreeRoot'), 'no structure'),
      ...when(
        String(at(document, dictAt(document, document.catalog, 'MarkInfo'), 'Marked')) !== 'true',
        'not marked',
      ),
    ],
  },
  {
    asks: 'shows its title in the window, not its file name',
    clause: 'ISO 14289-1, 7.1; Matterhorn 07-001',
    problems: (document) => [
      ...when(
        String(at(document, dictAt(document, document.catalog, 'ViewerPreferences'), 'DisplayDocTitle')) !==
          'true',
        'title not displayed',
      ),
      ...when(!document.getTitle(), 'no title'),
    ],
  },
  {
    asks: 'says in which language it is, and each part that is in another',
    clause: 'ISO 14289-1, 7.2; Matterhorn 11',
    problems: (document) =>
      [
        ['document', textOf(at(document, document.catalog, 'Lang'))] as const,
        ...elements(document).flatMap(({ role, dict }) =>
          dict.has(PDFName.of('Lang')) ? [[role, textOf(at(document, dict, 'Lang'))] as const] : [],
        ),
      ].flatMap(([where, language]) =>
        when(!LANGUAGE.test(language ?? ''), `${where}: ${language ?? 'none'}`),
      ),
  },
  {
    asks: 'draws nothing that is neither told nor decoration, and nothing that is both',
    clause: 'ISO 14289-1, 7.1; Matterhorn 01-003 to 01-005',
    problems: (document) =>
      document.getPages().flatMap((page, index) =>
        operationsOf(document, page).flatMap(({ operator, inside }) => {
          if (!PAINTS.has(operator)) return []
          const kinds = inside.filter((kind) => kind !== 'span')
          return when(kinds.length !== 1, `page ${index + 1}: ${operator} in ${kinds.join(' ') || 'nothing'}`)
        }),
      ),
  },
  {
    asks: 'leads from each mark to its place in the structure and back',
    clause: 'ISO 32000-1, 14.7.4.4; Matterhorn 01-005',
    problems: strayMarks,
  },
  {
    asks: 'uses the structure types that every reader knows',
    clause: 'ISO 32000-1, 14.8.4; Matterhorn 02',
    problems: (document) =>
      elements(document).flatMap(({ role }) => when(!STANDARD.has(role), `unknown type ${role}`)),
  },
  {
    asks: 'skips no level of heading',
    clause: 'ISO 14289-1, 7.4; Matterhorn 14',
    problems(document) {
      let level = 0
      return elements(document).flatMap(({ role }) => {
        if (!/^H\d$/.test(role)) return []
        const before = level
        level = Number(role.slice(1))
        return when(level > before + 1, `${role} after H${before}`)
      })
    },
  },
  {
    asks: 'holds items in lists and nothing else, a label and a body in items',
    clause: 'ISO 32000-1, 14.8.4.3.3; Matterhorn 09',
    problems: (document) =>
      elements(document).flatMap(({ role, kids, marks }) => {
        const allowed = role === 'L' ? ['LI'] : role === 'LI' ? ['Lbl', 'LBody'] : undefined
        if (allowed === undefined) return []
        const stray = kids.filter((kid) => !allowed.includes(kid.role)).map((kid) => `${kid.role} in ${role}`)
        return [...stray, ...when(marks.length > 0, `content in ${role}`)]
      }),
  },
  {
    asks: 'says of each figure what it shows and where it stands',
    clause: 'ISO 14289-1, 7.3; Matterhorn 13-004',
    problems: (document) =>
      elements(document).flatMap(({ role, dict }) => {
        if (role !== 'Figure') return []
        const box = items(document, at(document, dictAt(document, dict, 'A'), 'BBox')).map(numberOf)
        const [left = -1, bottom = -1, right = -1, top = -1] = box
        const isOnPage =
          left >= 0 && bottom >= 0 && right > left && top > bottom && right <= 596 && top <= 842
        return [
          ...when(!textOf(at(document, dict, 'Alt')), 'figure without alternative'),
          ...when(!isOnPage, `figure at ${box.join(' ')}`),
        ]
      }),
  },
  {
    asks: 'tells each link, with what it opens, in the order of the structure',
    clause: 'ISO 14289-1, 7.18; Matterhorn 28',
    problems: strayLinks,
  },
]

function parentTree(document: PDFDocument): Map<number, PDFArray | PDFRef | undefined> {
  const tree = dictAt(document, dictAt(document, document.catalog, 'StructTreeRoot'), 'ParentTree')
  const numbers = at(document, tree, 'Nums')
  const entries = numbers instanceof PDFArray ? numbers.asArray() : []
  const found = new Map<number, PDFArray | PDFRef | undefined>()
  for (let index = 0; index < entries.length; index += 2) {
    const entry = entries[index + 1]
    const value = document.context.lookup(entry)
    found.set(
      numberOf(entries[index]) ?? -1,
      value instanceof PDFArray ? value : entry instanceof PDFRef ? entry : undefined,
    )
  }
  return found
}

function strayMarks(document: PDFDocument): string[] {
  const tree = parentTree(document)
  const told = elements(document)
  return document.getPages().flatMap((page, index) => {
    const drawn = operationsOf(document, page).flatMap(({ operator, operands }) => {
      const place = operands.indexOf('/MCID')
      return operator === 'BDC' && place >= 0 ? [Number(operands[place + 1])] : []
    })
    const owners = tree.get(numberOf(at(document, page.node, 'StructParents')) ?? -1)
    const back = owners instanceof PDFArray ? owners.asArray() : []
    return [
      ...when(new Set(drawn).size !== drawn.length, `page ${index + 1}: a mark twice`),
      ...drawn.flatMap((mcid) => {
        const owner = told.filter(({ marks }) =>
          marks.some((mark) => mark.mcid === mcid && mark.page === page.ref),
        )
        const [one] = owner
        return when(
          owner.length !== 1 || one === undefined || back[mcid] !== one.ref,
          `page ${index + 1}: mark ${mcid} has ${owner.length} owners`,
        )
      }),
    ]
  })
}

function strayLinks(document: PDFDocument): string[] {
  const tree = parentTree(document)
  const links = elements(document).filter(({ role }) => role === 'Link')
  return document.getPages().flatMap((page, index) => {
    const annotations = at(document, page.node, 'Annots')
    const refs = annotations instanceof PDFArray ? annotations.asArray() : []
    const isOrdered = nameOf(at(document, page.node, 'Tabs')) === 'S'
    return [
      ...when(refs.length > 0 && !isOrdered, `page ${index + 1}: tab order is not the structure's`),
      ...refs.flatMap((ref) => {
        const annotation = document.context.lookup(ref)
        if (!(annotation instanceof PDFDict)) return ['no annotation']
        const owner = links.find(({ objects }) => objects.some((object) => object === ref))
        const back = tree.get(numberOf(at(document, annotation, 'StructParent')) ?? -1)
        return [
          ...when(!textOf(at(document, annotation, 'Contents')), 'link that does not say what it opens'),
          ...when(numberOf(at(document, annotation, 'F')) !== 4, 'link that is not printed'),
          ...when(owner === undefined || back !== owner.ref, 'link outside the structure'),
          ...when((owner?.marks.length ?? 0) === 0, 'link without words'),
        ]
      }),
    ]
  })
}
