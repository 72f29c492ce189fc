import type { Request, Response, Router } from 'express'
import type { ApiScope, ClientActor } from '../../kernel/api-client.ts'
import type { LearnerActor, StaffActor } from '../../kernel/roles.ts'
import type { Logger } from '../log/index.ts'
import type { Views } from '../views/index.ts'
import type { CsrfGuard } from './csrf-guard.ts'
import type { ClientContext, RequestContext, StaffContext, YouthContext } from './request-context.ts'

export interface UploadedFile {
  readonly bytes: Uint8Array
  readonly name: string
  readonly mediaType: string
}

type Result = Promise<void> | void
type Handler<Context> = (req: Request, res: Response, ctx: Context) => Result
type UploadHandler<Context> = (req: Request, res: Response, ctx: Context, file?: UploadedFile) => Result
export type ApiHandler<Context> = Handler<Context>

/** A program whose bearer token has this scope. */
export interface ClientAccess {
  readonly client: ApiScope
}

/**
 * Who may come in at all; which rows they see is for the use case. `account`: whoever is signed in, also when they owe a
 * second factor before anything else.
 */
export type Access = 'public' | 'youth' | 'account' | 'staff' | 'admin' | ClientAccess

/** One route as it was declared, for whoever wants to check them all. */
export interface DeclaredRoute {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly access: Access
}

interface Declare {
  (path: string, access: 'public', handler: Handler<RequestContext>): void
  (path: string, access: 'youth', handler: Handler<YouthContext>): void
  (path: string, access: 'account' | 'staff' | 'admin', handler: Handler<StaffContext>): void
}

/** Where a feature declares its routes; each states who may come in. Rows are checked by the use case. */
export interface Routes {
  get: Declare
  /** An HTML form, or the same fields as JSON from a page's script; its CSRF token checked either way. */
  post: Declare
  /**
   * An HTML form with at most one file, kept in memory up to `maxBytes`; CSRF token checked. One that changes nothing and
   * asks nobody who they are may be `stateless`: it needs no token, so its page no cookie, and a program may send it.
   */
  upload: {
    (
      path: string,
      access: 'public',
      options: { field: string; maxBytes: number; stateless?: boolean },
      handler: UploadHandler<RequestContext>,
    ): void
    (
      path: string,
      access: 'youth',
      options: { field: string; maxBytes: number },
      handler: UploadHandler<YouthContext>,
    ): void
    (
      path: string,
      access: 'staff' | 'admin',
      options: { field: string; maxBytes: number },
      handler: UploadHandler<StaffContext>,
    ): void
  }
  /** Machines: JSON in and out, bounded in size and depth, every error a problem document (RFC 9457). */
  api: {
    (method: 'get' | 'post', path: string, access: 'public', handler: Handler<RequestContext>): void
    (method: 'get' | 'post', path: string, access: 'youth', handler: Handler<YouthContext>): void
    (method: 'get' | 'post', path: string, access: 'staff' | 'admin', handler: Handler<StaffContext>): void
    (method: 'get' | 'post', path: string, access: ClientAccess, handler: Handler<ClientContext>): void
  }
  /** Everything declared so far, in the order it is matched. */
  readonly declared: readonly DeclaredRoute[]
  readonly router: Router
}

export interface HttpDeps {
  readonly views: Views
  readonly log: Logger
  readonly csrf: CsrfGuard
  /** Who holds this session cookie, if anybody. */
  resolveActor(sessionToken: string): Promise<StaffActor | undefined>
  /** Which young person this cookie recognises, if any; without it no page under /me opens. */
  resolveYouth?(token: string): Promise<LearnerActor | undefined>
  /** Name of the cookie of a young person's visit (`access/youth-sessions`). */
  readonly youthCookie?: string
  /** Which program holds this bearer token, if any; without it no program is let in. */
  resolveClient?(token: string): Promise<ClientActor | undefined>
  /** Name of the session cookie (`access/login`). */
  readonly sessionCookie: string
  /** Whether people reach us over https. */
  readonly secure: boolean
}
