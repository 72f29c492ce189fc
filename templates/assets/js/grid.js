// Small comforts for the grid and the learner's page; both work without.
// The dots follow the level chosen, what has the focus is in sight, and nobody leaves with unsaved changes by accident.
const form = document.querySelector('form[data-unsaved]')

if (form) {
  const note = form.querySelector('[data-unsaved-note]')
  let unsaved = false

  form.addEventListener('input', (event) => {
    unsaved = true
    if (note) note.textContent = form.dataset.unsaved
    const cell = event.target.closest('td.grid__cell')
    if (cell && event.target.matches('select')) followChoice(cell, event.target.value)
  })
  // browsers are content when an edge of the cell shows; who goes by keyboard wants to see all of it
  form.addEventListener('focusin', ({ target }) => {
    if (target.matches(':focus-visible')) target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  form.addEventListener('submit', () => {
    unsaved = false
  })
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault()
  })
}

/** Highlights a cell where the trainer does not say what the young person said, and moves its dots. */
function followChoice(cell, level) {
  const { declared } = cell.dataset
  cell.classList.toggle('grid__cell--different', level !== '' && declared !== undefined && declared !== level)
  const dots = cell.querySelector('.grid__dots .dots')
  if (dots) dots.dataset.level = level
}
