import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

/** What operators watch, in the text form that Prometheus reads. Numbers only: nothing about anybody. */
export interface Metrics {
  /** Media type of {@link Metrics.text}. */
  readonly contentType: string
  text(): Promise<string>
  /** One request answered: the route's pattern, never its path. */
  requestAnswered(request: { method: string; route: string; status: number; seconds: number }): void
  /** Credentials that were signed, or could not be. */
  credentialsSigned(outcome: 'signed' | 'failed', count: number): void
}

/** Seconds: from a page out of a cache to a grid of twelve being signed. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export interface MetricsOptions {
  /** False leaves out memory, event loop and the like. */
  readonly ofProcess?: boolean
  /** How often the compiled canonicaliser was compared with the library so far, asked when the numbers are read. */
  canonicalForms?(): { readonly same: number; readonly different: number }
}

/** Counters of one process; several behind one address are each read by themselves. */
export function createMetrics(options: MetricsOptions = {}): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (options.ofProcess !== false) collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request, by route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS,
    registers,
  })
  const signed = new Counter({
    name: 'passerelle_credentials_signed_total',
    help: 'Credentials signed and stored, or not signed and kept for another try',
    labelNames: ['outcome'] as const,
    registers,
  })
  new Counter({
    name: 'passerelle_canonical_forms_compared_total',
    help: 'Outputs of the compiled canonicaliser compared with the library; any "different" is an alarm',
    labelNames: ['result'] as const,
    registers,
    collect() {
      const { same, different } = options.canonicalForms?.() ?? { same: 0, different: 0 }
      this.reset()
      this.inc({ result: 'same' }, same)
      this.inc({ result: 'different' }, different)
    },
  })
  // there from the start, so that an alarm can be written on them
  for (const outcome of ['signed', 'failed']) signed.inc({ outcome }, 0)
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    requestAnswered: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    credentialsSigned: (outcome, count) => signed.inc({ outcome }, count),
  }
}
