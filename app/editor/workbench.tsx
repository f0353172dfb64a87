import { useSubmit } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { FormEvent, MouseEvent } from 'react'
import { DraftConflict } from '../components/draft-conflict.tsx'
import { DraftMap } from '../components/draft-map.tsx'
import { ImageShelf } from '../components/image-shelf.tsx'
import { countsText, ProblemList } from '../components/problem-list.tsx'
import { ScenePreview } from '../components/scene-preview.tsx'
import { StudioNav } from '../components/studio-nav.tsx'
import type { OtherDraft, StudioPage } from '../components/studio-views.ts'
import { keeperText } from './keeper-text.ts'
import { DraftFrame } from './draft-frame.tsx'
import type { Point } from './open-editor.ts'
import { removeImage, sendImage } from './send-image.ts'
import { useDraft } from './use-draft.ts'
import { useEditor } from './use-editor.ts'
import { useFileDrop } from './use-file-drop.ts'
import { useShown } from './use-shown.ts'

/** What the server answered to the form: the text that was sent and why nothing came of it. */
type WorkbenchAnswer =
  { kind: 'conflict'; mine: string; other: OtherDraft | null } | { kind: 'refused'; mine: string; reason: string }

type WorkbenchProps = { page: StudioPage; answer: WorkbenchAnswer | null; notice: string | null }

/** The desk at which a case is written: its text, and all that comes of it. */
export function Workbench({ page, answer, notice }: WorkbenchProps) {
  const { keeper, state, setState, restored } = useDraft(page)
  const live = useEditor(page, keeper)
  const { host, editor, isOpen, problems, cursor } = live
  const scene = cursor.scene ?? page.shown.scene?.id ?? null
  const shown = useShown(page.slug, page.shown, state, scene)
  const [images, setImages] = useState(page.images)
  const [imageProblem, setImageProblem] = useState(page.imageProblem)
  const submit = useSubmit()
  const dropped = useFileDrop((file, point) => void addFile(file, point))
  const conflict = state.kind === 'conflict' ? state.kept : answer?.kind === 'conflict' ? answer.other : undefined
  const typed = answer?.mine ?? page.source

  useEffect(() => {
    if (isOpen && restored !== null) editor.current?.replace(restored)
  }, [editor, isOpen, restored])
  useEffect(() => {
    if (isOpen && page.line !== null) editor.current?.goTo(page.line)
  }, [editor, isOpen, page.line])
  useEffect(() => {
    if (answer?.kind === 'conflict') setState({ kind: 'conflict', kept: answer.other })
  }, [answer, setState])

  async function send(event: FormEvent<HTMLFormElement>) {
    const open = editor.current
    if (open === null || keeper.current === null) return
    event.preventDefault()
    const pressed = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const intent = pressed instanceof HTMLButtonElement ? pressed.value : 'save'
    await keeper.current.settle()
    if (intent !== 'publish') return
    const revision = String(keeper.current.revision())
    submit({ intent, revision, source: open.text() }, { method: 'post' })
  }

  function keepMine() {
    const text = editor.current?.text() ?? typed
    keeper.current?.saveOver(text, conflict?.revision ?? 0)
  }

  function takeTheirs() {
    if (!conflict) return
    editor.current?.replace(conflict.source)
    keeper.current?.goOnFrom(conflict.revision)
    setState({ kind: 'kept', savedAt: conflict.savedAt })
  }

  async function addFile(file: File, point: Point | null = null) {
    setImageProblem(null)
    // The image may begin a draft on the server: what is typed already is to be in it.
    await keeper.current?.settle()
    const added = await sendImage(page.slug, file)
    if (added.kind === 'refused') return setImageProblem(added.reason)
    if (added.kind === 'added') {
      showImages([...new Set([...images, added.src])].sort())
      insertFigure(added.src, point)
    }
  }

  async function takeOut(src: string) {
    setImageProblem(null)
    // The server looks whether the text shows it, and is to know the text as it is.
    await keeper.current?.settle()
    const removed = await removeImage(page.slug, src)
    if (removed.kind === 'refused') setImageProblem(removed.reason)
    else showImages(images.filter((image) => image !== src))
  }

  function showImages(now: Array<string>) {
    setImages(now)
    editor.current?.setImages(now)
    // A first image begins a draft on the server: the next save stands on that one.
    if (keeper.current?.revision() === 0) keeper.current.goOnFrom(1)
  }

  function insertFigure(src: string, point: Point | null) {
    editor.current?.insertBlock(`<Figure src="${src}" alt="" />\n`, point)
  }

  /** With the editor open, what leads to a scene leads to its line. */
  function toScene(id: string) {
    return {
      href: `?scene=${id}#preview`,
      onClick(event: MouseEvent) {
        const line = shown.map?.lines[id]
        const isForAnotherTab = event.ctrlKey || event.metaKey || event.shiftKey
        if (line === undefined || editor.current === null || isForAnotherTab) return
        event.preventDefault()
        editor.current.goTo(line)
      },
    }
  }

  return (
    <>
      <header className="bar">
        <div>
          <p className="kicker">
            Studio · <output>{keeperText(state)}</output> · {serviceText(page)}
          </p>
          <h1>{page.title}</h1>
        </div>
        <div className="actions">
          <button className="button quiet" form="write" name="intent" value="save">
            Save and check
          </button>
          <button className="button" form="write" name="intent" value="publish">
            Publish
          </button>
        </div>
      </header>
      <StudioNav slug={page.slug} here="write" />
      {notice !== null && <output className="notice">{notice}</output>}
      {answer?.kind === 'refused' && (
        <p className="notice" role="alert">
          Not saved: {answer.reason}. What you wrote is still in the field below.
        </p>
      )}
      {restored !== null && state.kind !== 'conflict' && (
        <output className="notice">
          This browser still had text that was not saved. It is back in the editor, and saved now.
        </output>
      )}
      {conflict !== undefined && (
        <DraftConflict mine={editor.current?.text() ?? restored ?? typed} other={conflict}>
          {isOpen ? (
            <>
              <button type="button" className="button" onClick={keepMine}>
                Save mine over theirs
              </button>
              <button type="button" className="button quiet" onClick={takeTheirs}>
                Take theirs
              </button>
            </>
          ) : (
            <span className="small">
              Saving again saves yours over theirs. <a href={`/teach/cases/${page.slug}`}>Open theirs instead.</a>
            </span>
          )}
        </DraftConflict>
      )}
      <nav className="jump only-narrow" aria-label="On this page">
        <a href="#text">Text</a> <a href="#problems">Problems</a> <a href="#preview">Preview</a> <a href="#map">Map</a>
      </nav>
      <div className={dropped.isOver ? 'studio is-over' : 'studio'} {...dropped.listeners}>
        <section id="text" aria-labelledby="text-title">
          <h2 id="text-title">
            Text <span>{isOpen ? `line ${cursor.line}` : 'index.mdx'}</span>
          </h2>
          <form id="write" method="post" onSubmit={(event) => void send(event)}>
            <input type="hidden" name="revision" value={conflict?.revision ?? page.revision} readOnly />
            <label className="vh" htmlFor="source">
              Text of the case
            </label>
            <textarea
              id="source"
              name="source"
              className="plain-source"
              defaultValue={typed}
              hidden={isOpen}
              spellCheck
              autoComplete="off"
            />
            <div ref={host} className="editor" />
            {!isOpen && page.line !== null && (
              <p className="small">
                Line {page.line}: <code>{page.source.split('\n')[page.line - 1]}</code>
              </p>
            )}
            <p className="small" id="editor-keys">
              {isOpen
                ? 'Tab indents; press Esc and then Tab to leave the editor. F8 goes to the next problem, Ctrl-Space suggests, Ctrl-F searches.'
                : 'Save and check to see what is wrong and what comes of it.'}
            </p>
          </form>
        </section>
        <section id="preview" aria-labelledby="preview-title">
          <h2 id="preview-title">
            Preview <span>as a learner plays it from here</span>
          </h2>
          <DraftFrame slug={page.slug} scene={scene} saved={state.kind === 'kept' ? state.savedAt : null} />
          <p className="small">
            <a href={`/teach/cases/${page.slug}/play?after=start`}>
              Play the draft from its start on a page of its own
            </a>
          </p>
          {shown.scene !== null && (
            <details className="behind">
              <summary>What only you see of this scene: ratings, reasons, where options lead</summary>
              <ScenePreview view={shown.scene} toScene={toScene} />
            </details>
          )}
        </section>
        <section id="problems" className="span" aria-labelledby="problems-title">
          <h2 id="problems-title">
            Problems <output>{live.isGivenUp ? GIVEN_UP : countsText(problems)}</output>
          </h2>
          {isOpen ? (
            <ProblemList problems={problems} onGoTo={(line) => editor.current?.goTo(line)} />
          ) : (
            <ProblemList problems={problems} />
          )}
        </section>
        <section id="map" className="span" aria-labelledby="map-title">
          <h2 id="map-title">
            Map <span>{shown.stats?.line}</span>
          </h2>
          {shown.map === null ? (
            <p className="prose">The map is drawn as soon as the text can be read.</p>
          ) : (
            <DraftMap view={shown.map} here={scene} toScene={toScene} />
          )}
          {shown.stats && (
            <dl className="figures">
              {shown.stats.facts.map(({ name, value }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
        <section id="images" className="span" aria-labelledby="images-title">
          <h2 id="images-title">
            Images <span>{images.length === 0 ? 'none yet' : images.length}</span>
          </h2>
          {isOpen ? (
            <ImageShelf
              slug={page.slug}
              images={images}
              problem={imageProblem}
              onFile={(file) => void addFile(file)}
              onInsert={(src) => insertFigure(src, null)}
              onRemove={(src) => void takeOut(src)}
            />
          ) : (
            <ImageShelf slug={page.slug} images={images} problem={page.imageProblem} />
          )}
        </section>
      </div>
    </>
  )
}

const GIVEN_UP = 'This text takes too long to check while you type. Save and check to have the server say why.'

function serviceText({ service }: StudioPage): string {
  if (service === null) return 'never published'
  if (service.withdrawnOn !== null) return 'withdrawn'
  return `version in service ${service.hash.slice(0, 7)}`
}
