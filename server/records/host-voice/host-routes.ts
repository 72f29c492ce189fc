import { AppError } from '../../kernel/errors.ts'
import { isLanguage, type Language } from '../../kernel/locale.ts'
import {
  keepPrivate,
  parseForm,
  type Request,
  type RequestContext,
  type Response,
  type Routes,
} from '../../platform/http/index.ts'
import { answerQuestion } from './answer-question.ts'
import { askedCompetences } from './asked-competences.ts'
import { answerForm, codeForm } from './forms.ts'
import type { HostVoiceDeps } from './host-voice-deps.ts'
import {
  closedModel,
  questionsModel,
  takeBackModel,
  takenBackModel,
  thanksModel,
  typeCodeModel,
  type TypedAnswer,
} from './host-view.ts'
import { noteOpened, openLink, type LinkFound, type OpenedLink } from './open-link.ts'
import { hostPhrases, type HostSpeech } from './phrases.ts'
import { takeBackAnswer } from './take-back-answer.ts'

const FOLDER = 'records/host-voice'

/** What a host abroad reads and fills: one page, without account, script or trace. */
export function hostRoutes(deps: HostVoiceDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/h', 'public', (req, res, ctx) => typeCode(req, res, ctx))
    routes.get('/h/:code', 'public', async (req, res, ctx) => {
      const opened = await openOrExplain(deps, req, res, ctx)
      if (opened === undefined) return
      await noteOpened(deps, opened)
      await showWhatFits(deps, req, ctx, opened)
    })
    routes.post('/h/:code', 'public', (req, res, ctx) => answer(deps, req, res, ctx))
    routes.get('/h/:code/take-back', 'public', async (req, res, ctx) => {
      const opened = await openOrExplain(deps, req, res, ctx)
      if (opened === undefined) return
      if (opened.answer === undefined || !opened.answeredHere) throw new AppError('not-found')
      show(ctx, 'take-back', takeBackModel(opened, speechOf(req, opened)), speechOf(req, opened))
    })
    routes.post('/h/:code/take-back', 'public', async (req, res, ctx) => {
      const opened = await openOrExplain(deps, req, res, ctx)
      if (opened === undefined) return
      await takeBackAnswer(deps, opened.code)
      show(ctx, 'taken-back', takenBackModel(opened, speechOf(req, opened)), speechOf(req, opened))
    })
  }
}

/** The language the reader chose, else their browser's, else the one of the question. */
function speechOf(req: Request, found?: { readonly request: { readonly language: Language } }): HostSpeech {
  return hostPhrases.choose(req.query['lang'], req.get('accept-language'), found?.request.language ?? 'en')
}

function show<Model extends { readonly title: string }>(
  ctx: RequestContext,
  template: string,
  model: Model,
  speech: HostSpeech,
  status = 200,
): void {
  ctx.render(`${FOLDER}/${template}`, model, { status, layout: 'abroad', speech })
}

/** `/h?code=…`: a plain GET form, so that a wrong code can be corrected with the back button. */
function typeCode(req: Request, res: Response, ctx: RequestContext): void {
  keepPrivate(res)
  const speech = speechOf(req)
  const typed = req.query['code']
  const form = parseForm(codeForm, req.query)
  if (typed !== undefined && form.ok) {
    const chosen = isLanguage(req.query['lang']) ? `?lang=${req.query['lang']}` : ''
    ctx.redirect(`/h/${encodeURIComponent(form.value.code.replace(/[\s-]/g, ''))}${chosen}`)
  } else {
    const code = typeof typed === 'string' ? typed : ''
    show(
      ctx,
      'type-code',
      typeCodeModel(speech, typed !== undefined, code),
      speech,
      typed === undefined ? 200 : 422,
    )
  }
}

async function showWhatFits(
  deps: HostVoiceDeps,
  req: Request,
  ctx: RequestContext,
  opened: OpenedLink,
  refused?: TypedAnswer,
): Promise<void> {
  const speech = speechOf(req, opened)
  const { answer } = opened
  const competences = await askedCompetences(deps.db, opened.question, answer)
  const asksAgain = opened.mayAnswer && (!opened.answeredHere || req.query['correct'] !== undefined)
  if (answer !== undefined && !asksAgain && refused === undefined)
    show(ctx, 'thanks', thanksModel(opened, speech, answer, competences), speech)
  else
    show(
      ctx,
      'questions',
      questionsModel(opened, speech, { competences, refused }),
      speech,
      refused ? 422 : 200,
    )
}

async function answer(deps: HostVoiceDeps, req: Request, res: Response, ctx: RequestContext): Promise<void> {
  const opened = await openOrExplain(deps, req, res, ctx)
  if (opened === undefined) return
  const speech = speechOf(req, opened)
  const here = `/h/${opened.code}?lang=${speech.language}`
  // a second click, or a page left open since the passport was signed: what was answered is shown
  if (!opened.mayAnswer && !ctx.wantsJson) {
    ctx.redirect(here)
    return
  }
  const competences = await askedCompetences(deps.db, opened.question, opened.answer)
  const form = parseForm(answerForm(competences, opened.question.stay), req.body)
  if (!form.ok) {
    if (ctx.wantsJson) throw new AppError('invalid-input', {}, form.problems)
    await showWhatFits(deps, req, ctx, opened, form)
    return
  }
  await answerQuestion(deps, { ...form.value, code: opened.code, language: speech.language })
  ctx.redirect(here)
}

/** A link that opens nothing gets a kind page (404 or 410) in the reader's language, in JSON a problem document. */
async function openOrExplain(
  deps: HostVoiceDeps,
  req: Request,
  res: Response,
  ctx: RequestContext,
): Promise<OpenedLink | undefined> {
  keepPrivate(res)
  const found: LinkFound = await openLink(deps, deps.db, String(req.params['code']))
  if (found.state === 'open') return found
  if (ctx.wantsJson) throw new AppError(found.state === 'unknown' ? 'link-unknown' : 'link-expired')
  const speech = speechOf(req, found.state === 'unknown' ? undefined : found)
  show(ctx, 'closed', closedModel(found.state, speech), speech, found.state === 'unknown' ? 404 : 410)
  return undefined
}
