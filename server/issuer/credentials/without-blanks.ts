/** The same facts without the texts that say nothing: a field left empty in a form is a fact that nobody gave. */
export function withoutBlanks<Facts extends object>(facts: Facts): Facts {
  const said = Object.entries(facts)
    .filter(([, value]) => typeof value !== 'string' || value.trim() !== '')
    .map(([name, value]: [string, unknown]) => [name, deep(value)])
  return Object.fromEntries(said) as Facts
}

function deep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deep)
  return typeof value === 'object' && value !== null ? withoutBlanks(value) : value
}
