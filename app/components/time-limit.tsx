import { useEffect, useRef, useState } from 'react'
import { announcementAt, clockText, timeInWords } from './time-left.ts'

type TimeLimitProps = { secondsLeft: number; onEnd: () => void }

/** Counts down where a script runs; without one it is a sentence, and the server keeps the time. */
export function TimeLimit({ secondsLeft, onEnd }: TimeLimitProps) {
  const [left, setLeft] = useState(secondsLeft)
  const [announced, setAnnounced] = useState('')
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })

  useEffect(() => {
    const endsAt = performance.now() + secondsLeft * 1000
    let shown = secondsLeft
    const tick = () => {
      const now = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000))
      if (now === shown) return
      shown = now
      setLeft(now)
      const words = announcementAt(now)
      if (words !== null) setAnnounced(words)
      if (now > 0) return
      clearInterval(timer)
      end.current()
    }
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [secondsLeft])

  return (
    <div className="clock">
      <b role="timer" aria-label="Time left">
        {clockText(left)}
      </b>
      <span className="small">of {timeInWords(secondsLeft)}. When it has passed, the case goes on without you.</span>
      <output className="vh">{announced}</output>
    </div>
  )
}
