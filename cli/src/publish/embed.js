// Copies what stands below a button; where the browser does not let it, the text is selected to be copied by hand.
for (const article of document.querySelectorAll('article')) {
  const button = article.querySelector('button');
  const code = article.querySelector('code');
  const status = article.querySelector('[role=status]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      status.textContent = 'Copied.';
    } catch {
      getSelection().selectAllChildren(code);
      status.textContent = 'Selected: copy it with the keyboard.';
    }
  });
}
