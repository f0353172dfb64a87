/**
 * Pure. The source of a small case to start from: it shows each part of the language once, and has no error.
 * @param title any text on one line
 */
export function newCaseSource(title: string): string {
  return `---
title: ${JSON.stringify(title)}
summary: One sentence that makes a reader want to know what they would do.
role: Shift lead
level: first-line
setting: A parcel hub, one Monday
minutes: 2
people:
  - { name: Dana Osei, role: Operations manager }
claims: []
state:
  trust: { start: 2, min: 0, max: 4, label: Team trust }
  asked: false
---

{/* A scene is what happens, and then one way out of it: a decision, a way on, or an ending. */}

<Scene id="monday" title="The hole in the rota" when="Monday, 06:40">

Two of eight are ill, and the first trailer docks at seven. The others have seen the rota and are waiting by the belt.

<Email from="Dana Osei, operations" subject="Tonight’s trailers">
All four trailers must leave by nine. Tell me by seven if they can’t.
</Email>

{/* Name the competency that each side of the decision shows. Every choice is then rated from 0 to 4 on both. */}

<Decision execution="prioritisation" influence="listening">

Twenty minutes are left. What do you do first?

<Choice id="drop-one" goto="seven" execution={4} influence={1} set={{ trust: trust - 1 }}>
Decide which trailer waits, write the new order on the board and tell Dana now.
<Because>Puts the work in an order while it still helps. Nobody who will carry it out was asked.</Because>
<Outcome>Dana answers in one word: “Fine.” By the belt, somebody reads the board aloud and laughs.</Outcome>
</Choice>

<Choice id="ask-round" goto="seven" execution={1} influence={4} set={{ trust: trust + 1, asked: true }}>
Go to the belt and ask the six what they could carry today and what they could not.
<Because>Hears the people who know the work and will do it. At seven there is still no order.</Because>
<Outcome>They talk. Two of them know a faster way to load the third trailer. It is four minutes to seven.</Outcome>
</Choice>

<Choice id="hope" goto="seven" execution={0} influence={0}>
Say nothing to anybody yet, since one of the two who are ill might still come in.
<Because>Spends the only time in which anything could be changed, and leaves everybody guessing.</Because>
</Choice>

</Decision>

</Scene>

<Scene id="seven" title="Seven o’clock">

The first trailer docks.

<Show if={asked}>
The two with the faster way stand ready at the third door, where nobody has sent them.
</Show>

<Decision execution="delegation" influence="trust">

Who loads what?

<Choice id="assign" goto="nine" execution={4} influence={1}>
Give each trailer to one named person, with the hour at which you want to hear from them.
<Because>Everybody knows what is theirs and by when. Who fits where was decided without them.</Because>
</Choice>

<Choice id="let-choose" goto="nine" execution={1} influence={4} set={{ trust: trust + 1 }}>
Say what has to leave by nine, and let the six divide the trailers among themselves.
<Because>Shows that you rely on them. Whose a late trailer will be stays open.</Because>
</Choice>

<Choice id="load-alone" goto="nine" execution={0} influence={0} set={{ trust: trust - 1 }}>
Start on the first trailer yourself, and call for people whenever you need a hand.
<Because>Nobody leads while you load, and everybody waits to be called.</Because>
</Choice>

</Decision>

</Scene>

<Scene id="nine" title="A quarter to nine">

Three trailers are gone. The fourth is half empty, and its driver is looking at the clock.

<Decision execution="accountability" influence="sharing-credit">

Dana is on the telephone. What do you tell her?

<Choice id="figures" goto="evening" execution={4} influence={1}>
Tell her that the fourth leaves at 9:20, why, and what you will change tomorrow.
<Because>Owns the result with a time and a reason. The work of the six is not mentioned.</Because>
</Choice>

<Choice id="people" goto="evening" execution={1} influence={4} set={{ trust: trust + 1 }}>
Tell her who loaded three trailers with six people, and ask her to say it to them.
<Because>Sees that those who did it are seen. What becomes of the fourth she has to ask herself.</Because>
</Choice>

<Choice id="illness" goto="evening" execution={0} influence={0} set={{ trust: trust - 1 }}>
Tell her that with two people ill nothing else could have been expected of anybody.
<Because>Answers for nothing, and makes little of what the others did.</Because>
</Choice>

</Decision>

</Scene>

{/* A scene with nothing but ways on is never shown: it leads to the first whose condition holds. */}

<Scene id="evening">
<Next goto="well-done" if={trust >= 3} />
<Next goto="done" />
</Scene>

<Scene id="well-done">
<Ending id="ready-for-tuesday" outcome="strong" title="Ready for Tuesday">
On your way out somebody asks what tomorrow’s rota looks like, and offers to look at it with you.

<Reflect>
What did you do first, and what made you do it?
</Reflect>
</Ending>
</Scene>

<Scene id="done">
<Ending id="over-for-today" outcome="mixed" title="Over for today">
The belt stops. Nobody looks at the board on the way out.

<Reflect>
Whom would you have asked, with five more minutes?
</Reflect>
</Ending>
</Scene>
`
}
