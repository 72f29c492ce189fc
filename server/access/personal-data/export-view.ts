import { hasMessage, type Translate } from '../../platform/i18n/index.ts'

/** A value of an export as a page shows it: words, or a list of named values. */
export interface ShownValue {
  readonly label?: string
  readonly text?: string
  readonly values?: readonly ShownValue[]
}

export interface ExportPage {
  readonly title: string
  readonly at: string
  readonly sections: readonly { readonly title: string; readonly values: readonly ShownValue[] }[]
  readonly files: readonly string[]
}

/** The export to be read by a person: the same content as its JSON, whatever a feature gave. */
export function exportPage(
  sections: Readonly<Record<string, readonly unknown[]>>,
  files: readonly string[],
  at: Date,
  t: Translate,
): ExportPage {
  return {
    title: t('personalData.exportTitle'),
    at: at.toISOString(),
    sections: Object.entries(sections)
      .filter(([, records]) => records.length > 0)
      .map(([section, records]) => ({
        title: titleOf(section, t),
        values: records.map((record) => shown(record)),
      })),
    files,
  }
}

/** A feature that came later may have no words here yet: its section keeps its own name. */
function titleOf(section: string, t: Translate): string {
  const key = `personalData.section-${section}`
  return hasMessage(key) ? t(key) : section
}

function shown(value: unknown, label?: string): ShownValue {
  const named = label === undefined ? {} : { label: label.replaceAll('_', ' ') }
  if (typeof value === 'object' && value !== null)
    return {
      ...named,
      values: Object.entries(value)
        .filter(([, inner]) => inner !== null && inner !== undefined)
        .map(([name, inner]) => shown(inner, Array.isArray(value) ? undefined : name)),
    }
  return { ...named, text: typeof value === 'string' ? value : JSON.stringify(value) }
}
