/** What a person has to put right before a backup, a restore or a copy can be done; its message is a sentence for them. */
export class Refusal extends Error {
  override name = 'Refusal'
}
