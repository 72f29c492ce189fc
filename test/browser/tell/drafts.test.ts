import { expect, it } from 'vitest'
import { change, openShelf, received, sent, type Store } from '../../../browser/tell/drafts.ts'

function aPhone(entries: Record<string, string> = {}): Store & { entries: Map<string, string> } {
  const kept = new Map(Object.entries(entries))
  return {
    entries: kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

it('keeps what the page showed, whatever is typed after it', () => {
  const once = change({}, 'words', 'Le', 'avant')
  expect(change(once, 'words', 'Le train', 'autre chose')).toEqual({
    words: { value: 'Le train', was: ['avant'] },
  })
})

it('knows after a lost answer that the server may hold what was sent', () => {
  const lost = sent(change({}, 'words', 'Le', 'avant'))
  expect(change(lost, 'words', 'Le train', 'avant')['words']).toEqual({
    value: 'Le train',
    was: ['avant', 'Le'],
  })
})

it('forgets what the server has, and goes on from there with what was typed meanwhile', () => {
  const onTheWay = { words: { value: 'Le', was: ['avant'] }, level: { value: '2', was: [''] } }
  const now = { ...onTheWay, words: { value: 'Le train', was: ['avant', 'Le'] } }
  expect(received(now, onTheWay, { words: 'Le', level: '2' }, [])).toEqual({
    words: { value: 'Le train', was: ['Le'] },
  })
})

it('keeps an answer that another device contests', () => {
  const drafts = { words: { value: 'Ici', was: [''] } }
  expect(received(drafts, drafts, { words: 'Là-bas' }, ['words'])).toEqual(drafts)
})

it('leaves nothing of an entry that is empty, and nothing of anybody else', () => {
  const phone = aPhone({ 'passerelle:me:other:x': '{}', 'passerelle:me:own:y': '{}', unrelated: '1' })
  const shelf = openShelf(phone, 'passerelle:me:own:', 'passerelle:me:')
  shelf.write('y', {})
  shelf.clearOthers()
  expect([...phone.entries.keys()]).toEqual(['unrelated'])
})

it('reads what it does not understand as nothing', () => {
  const shelf = openShelf(
    aPhone({ 'p:o:a': 'null', 'p:o:b': '{"words":{"value":1,"was":[]}}', 'p:o:c': '{' }),
    'p:o:',
    'p:',
  )
  expect(['a', 'b', 'c', 'd'].map((key) => shelf.read(key))).toEqual([{}, {}, {}, {}])
})
