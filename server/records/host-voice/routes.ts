import type { Routes } from '../../platform/http/index.ts'
import { hostRoutes } from './host-routes.ts'
import type { HostVoiceDeps } from './host-voice-deps.ts'
import { hostQuestionRoutes } from './staff-routes.ts'

/** The question to a host abroad: the structure's side of it, and the host's. */
export function hostVoiceRoutes(deps: HostVoiceDeps): (routes: Routes) => void {
  return (routes) => {
    hostQuestionRoutes(deps)(routes)
    hostRoutes(deps)(routes)
  }
}
