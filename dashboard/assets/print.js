/* The button of the page for printing. */
document.getElementById("print")?.addEventListener("click", () => window.print());
