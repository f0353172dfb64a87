import { Problem } from './problem.tsx'

type ImageShelfProps = {
  slug: string
  images: ReadonlyArray<string>
  problem: string | null
  isSending?: boolean
  onFile?: (file: File) => void
  onInsert?: (src: string) => void
  onRemove?: (src: string) => void
}

/** The images of a case: what to write to show one, and a field to add another. */
export function ImageShelf({ slug, images, problem, isSending = false, onFile, onInsert, onRemove }: ImageShelfProps) {
  return (
    <div className="shelf">
      {images.length > 0 && (
        <ul>
          {images.map((src) => (
            <li key={src}>
              <img src={`/teach/cases/${slug}/images/${src}`} alt="" width="96" height="72" loading="lazy" />
              <code>{src}</code>
              <div className="shelf-acts">
                {onInsert && (
                  <button type="button" className="to-line" onClick={() => onInsert(src)}>
                    Put it in the text
                  </button>
                )}
                <RemoveForm slug={slug} src={src} onRemove={onRemove} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`/teach/cases/${slug}/images`} encType="multipart/form-data">
        <div className="field">
          <label htmlFor="image">
            Add an image <i>PNG, JPEG, WebP or GIF, at most 2 MB.{onFile && ' Or drop it on this page.'}</i>
          </label>
          <input
            id="image"
            name="image"
            type="file"
            accept="image/png,image/jpeg,image/webp,image/gif"
            aria-describedby={problem === null ? undefined : 'image-problem'}
            aria-invalid={problem === null ? undefined : true}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              if (file) onFile?.(file)
            }}
          />
          {problem !== null && <Problem id="image-problem">{problem}</Problem>}
        </div>
        <button className="button quiet" aria-disabled={isSending ? true : undefined}>
          {isSending ? 'One moment' : 'Add the image'}
        </button>
      </form>
    </div>
  )
}

type RemoveFormProps = { slug: string; src: string; onRemove: ((src: string) => void) | undefined }

function RemoveForm({ slug, src, onRemove }: RemoveFormProps) {
  return (
    <form
      method="post"
      action={`/teach/cases/${slug}/images`}
      onSubmit={(event) => {
        if (!onRemove) return
        event.preventDefault()
        onRemove(src)
      }}
    >
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="src" value={src} />
      <button className="to-line">
        Remove <span className="vh">{src}</span>
      </button>
    </form>
  )
}
