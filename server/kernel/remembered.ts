/**
 * The same function of a text, which keeps its answers: for headers, of which browsers send few different ones. Bounded in
 * number (`most`, then all are forgotten) and in length (a longer text is read each time): anybody may think up more.
 */
export function remembered<Answer>(
  read: (text: string) => Answer,
  { most, longest }: { readonly most: number; readonly longest: number },
): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = read(text)
    if (answers.size >= most) answers.clear()
    if (text.length <= longest) answers.set(text, answer)
    return answer
  }
}
