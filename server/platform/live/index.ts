// Pages that follow what others do: who changed what is told by ids, over server-sent events.
export { createLive, type Change, type Live, type LivePublisher, type Topic } from './live.ts'
export { openStream, STREAMS_A_PERSON } from './open-stream.ts'
export { liveRoutes } from './routes.ts'
