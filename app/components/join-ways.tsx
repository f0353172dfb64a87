/** The code and the link that let learners in, to be read out or copied. */
export function JoinWays({ code, link }: { code: string; link: string }) {
  return (
    <dl className="join-ways">
      <div>
        <dt>Join code</dt>
        <dd className="join-code">{code}</dd>
      </div>
      <div>
        <dt>Link</dt>
        <dd>
          <a href={link}>{link}</a>
        </dd>
      </div>
    </dl>
  )
}
