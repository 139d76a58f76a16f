// Words every page shares.
export const common = {
  name: 'Balise',
  skip: 'Skip to content',
  quit: 'Leave fast',
  quitTitle: 'Erases what is written here and opens a weather site',
  demonstration: 'Demonstration: invented associations, nothing will be read by a real person.',
  otherLanguage: 'Français',
  footer: {
    label: 'This site',
    write: 'Write',
    help: 'Find help',
    trends: 'Trends',
    association: 'For associations',
  },
}
