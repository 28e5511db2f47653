/** The sample article: invented news from an invented town, written so that every way of quoting is in it. */

export const sampleArticle = {
  title: "Harrow Bay votes to keep its ferry, for now",
  text: `HARROW BAY — The town council voted 5–2 on Tuesday night to keep the island ferry running through the winter, putting off a decision that has divided the harbor for most of a year.

“Nobody on the island should have to choose between a doctor and the last boat home,” said Mayor Ruth Okafor, who cast the fifth vote shortly before midnight.

The ferry, a 1974 vessel that locals call “the kettle,” has lost $2.1 million since 2021. Northline Transit, the company that runs it, said it would need a new subsidy by April.

“We want to keep sailing,” said Daniel Marsh, a spokesman for Northline Transit, “but we can’t do it on good wishes.” He added that fuel costs had doubled in three years. “The engine alone takes half of what we earn.”

Council member Iris Fontaine, who voted against the measure, called the subsidy “a bandage on a broken leg” and said the town was borrowing from its schools. According to Fontaine, two elementary schools will lose their librarians next year.

“I’ve read the contract twice,” Fontaine told reporters after the vote. “It promises boats. It doesn’t promise that they will float.”

A senior official at the state transportation office, who was not authorized to speak publicly, said that inspectors had found cracks in the hull in September. “They patched it,” the official said. “Patched isn’t fixed.”

The state office declined to comment on the inspection. In a written statement, the Harbor Workers’ Union said its members were “tired of being blamed for rust.”

For families on Tern Island, the debate is less about money. Elena Vasquez, 67, has taken the 6:40 boat to her dialysis appointments since spring.

“When my husband was alive he used to say, ‘The kettle always whistles,’ and we would laugh,” Vasquez said. “Now I listen for it at night.

“I don’t need a beautiful boat. I need one that comes.”

Her neighbor Tom Albright, who wrote the children’s book “The Last Lighthouse Cat,” said he had offered to ferry patients in his own fishing boat. “I was told I’d need a license, a life raft and a lawyer,” he said.

What residents told the council

• “Cancel the ferry and you cancel the island,” said Priya Nair, who teaches at the island school.

• Samuel Odhiambo, a retired engineer, said the town should buy a used boat from Norway.

• “Thirty-one people signed my petition,” said Grace Lindqvist, 17. “That’s everyone on my street.”

Okafor said a working group would report back in March. She warned that the winter schedule could still change if the weather turned.

Asked whether the town could afford a new vessel, the mayor paused.

“Ask me in spring,” she said. “In November I only answer for the tide.”`,
};
