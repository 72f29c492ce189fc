import { packAside } from './pdf/pdf-file.ts'
import type { PrintedPassport, PrintOptions } from './print-options.ts'
import { renderPassport, type RenderedPassport } from './render-passport.ts'

/**
 * While one is laid out, what those before it attach is packed on another core. Threads that print were tried and cost
 * more: on 2 busy cores 800 passports took half as long again, since a thread loads and learns for as long as it takes to
 * print 200.
 */
const UNDER_WAY = 4

/**
 * A PDF for each passport, in order, with the same bytes as {@link renderPassport}. `contents` is read only a few ahead:
 * whoever stores the PDFs one after the other never has more than a few in memory.
 */
export async function* renderEachPassport<Content extends PrintedPassport>(
  contents: Iterable<Content> | AsyncIterable<Content>,
  options: PrintOptions,
): AsyncGenerator<RenderedPassport & { readonly content: Content }> {
  const underWay: { readonly content: Content; readonly rendered: Promise<RenderedPassport> }[] = []
  const first = async () => {
    const next = underWay.shift()
    return next && { content: next.content, ...(await next.rendered) }
  }
  for await (const content of contents) {
    const rendered = renderPassport(content, options, packAside)
    // what goes wrong is told when its turn comes
    rendered.catch(() => undefined)
    underWay.push({ content, rendered })
    const done = underWay.length < UNDER_WAY ? undefined : await first()
    if (done) yield done
  }
  for (let done = await first(); done; done = await first()) yield done
}
