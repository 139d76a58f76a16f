// Reads the conditions that the page writes beside a question, an advice or a step. It knows no page and changes nothing.

type AnswersTo = (name: string) => readonly string[]

/** Whether each part of `acts:theft,extortion;harms:care` is met: its question has one of its answers. */
const partsMet = (condition: string, answersTo: AnswersTo): boolean[] =>
  condition.split(';').map((part) => {
    const [name = '', codes = ''] = part.split(':')
    const wanted = codes.split(',')
    return answersTo(name).some((code) => wanted.includes(code))
  })

/** Any part of `when` calls for what carries it; all the parts of `unless` together take it away. */
export const holds = (when: string | undefined, unless: string | undefined, answersTo: AnswersTo): boolean =>
  (when === undefined || partsMet(when, answersTo).includes(true)) &&
  (unless === undefined || partsMet(unless, answersTo).includes(false))
