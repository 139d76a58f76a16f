// How far a message of a conversation can be believed. It decides nothing by itself: the words stand here so that a page can ask them
// without the code that checks signatures.

/**
 * `trusted`: signed by the key that speaks for the author, or an answer signed by the association. `that-day`: signed by the code that
 * its author left, and received on the very day of the one new code. It is believed: they may have written just before. `disputed`:
 * received after two different new codes, so that it cannot be told whether the author or someone who found their code wrote it.
 * `forged`: anything else.
 */
export type Trust = 'trusted' | 'that-day' | 'disputed' | 'forged'

/** Whether a message counts as its author's. */
export const isBelieved = ({ trust }: { trust: Trust }): boolean =>
  trust === 'trusted' || trust === 'that-day'
