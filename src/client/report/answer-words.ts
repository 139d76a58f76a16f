// An answer in the words the form itself shows for it, wherever it offers it: a touch, or a line of a list.

/** Empty when the form does not offer it. */
export function answerWords(form: ParentNode, name: string, code: string): string {
  const touch = form.querySelector(`input[name="${name}"][value="${code}"]`)?.closest('label')
  const line = form.querySelector(`select[name="${name}"] option[value="${code}"]`)
  return (touch ?? line)?.textContent?.trim() ?? ''
}
