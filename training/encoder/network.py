"""The networks in torch: the encoder forked into two branches, with a linear head for each question.

``Words`` reads every sentence: names, kinds, proclitics.  ``Events`` goes on from what its lower layers say, and reads only
sentences that may tell of an event: whether, and which words are its parts.  ``Whole`` answers the same by all layers, and
teaches it.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from marsad.encoder.heads import heads

from .weights import Weights

DROPOUT = 0.1


class Layer(nn.Module):
    """One transformer layer of BERT, normalised after each of its two steps."""

    def __init__(self, weights: Weights, number: int) -> None:
        super().__init__()
        size, inner = weights.shape.hidden, weights.shape.feed_forward
        self.heads = weights.shape.heads

        def given(name: str) -> Tensor:
            return torch.tensor(weights.tensors[f"l{number}.{name}"])

        def linear(names: str, inputs: int) -> nn.Linear:
            weight = torch.cat([given(f"{n}.w").reshape(-1, inputs) for n in names.split()])
            out = nn.Linear(inputs, len(weight))
            out.weight.data, out.bias.data = weight, torch.cat([given(f"{n}.b") for n in names.split()])
            return out

        def norm(name: str) -> nn.LayerNorm:
            out = nn.LayerNorm(size, eps=weights.shape.epsilon)
            out.weight.data, out.bias.data = given(f"{name}.w"), given(f"{name}.b")
            return out

        self.attended = linear("q k v", size)
        self.joined = linear("ao", size)
        self.inner = linear("fi", size)
        self.outer = linear("fo", inner)
        self.after_attention, self.after_all = norm("aln"), norm("oln")
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Hidden states, shape (batch, pieces, hidden), → the same shape.  ``mask`` is false for what is not read."""
        batch, length, size = x.shape
        query, key, value = self.attended(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        # Attention of short sentences is faster in float than in the half precision that products are trained in.
        with torch.autocast("cpu", enabled=False):
            mixed = functional.scaled_dot_product_attention(query.float(), key.float(), value.float(), attn_mask=mask)
        x = self.after_attention(x + self.dropout(self.joined(mixed.transpose(1, 2).reshape(batch, length, size))))
        return self.after_all(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Words(nn.Module):
    """The encoder's first ``layers``, and the heads of words; after ``fork`` of them the other branch leaves.

    Vectors of pieces come from outside and are not trained.
    """

    def __init__(self, weights: Weights, layers: int, fork: int) -> None:
        super().__init__()
        self.fork, size = fork, weights.shape.hidden
        self.layers = nn.ModuleList(Layer(weights, n) for n in range(layers))
        self.register_buffer("positions", _positions(weights), persistent=False)
        self.norm = _opening_norm(weights)
        self.dropout = nn.Dropout(DROPOUT)
        self.words = nn.Linear(size, heads().layout.width)

    def forward(self, vectors: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors of pieces, shape (batch, pieces, hidden), → hidden states at the fork, of the same shape, and logits of
        words (batch, pieces, width).
        """
        count = vectors.shape[1]
        hidden = x = self.dropout(self.norm(vectors + self.positions[:count]))
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, inside(lengths, count)[:, None, None])
            hidden = x if number == self.fork else hidden
        return hidden, self.words(x)


class Upper(nn.Module):
    """The layers of the branch of words above the fork, and its heads: from the hidden states there to logits of words."""

    def __init__(self, weights: Weights, fork: int, layers: int) -> None:
        super().__init__()
        self.fork = fork
        self.layers = nn.ModuleList(Layer(weights, n) for n in range(fork, layers))
        self.dropout = nn.Dropout(DROPOUT)
        self.words = nn.Linear(weights.shape.hidden, heads().layout.width)

    def forward(self, hidden: Tensor, lengths: Tensor) -> Tensor:
        """Hidden states (batch, pieces, hidden) → logits (batch, pieces, width)."""
        x = self.dropout(hidden)
        for layer in self.layers:
            x = layer(x, inside(lengths, x.shape[1])[:, None, None])
        out: Tensor = self.words(x)
        return out


class Whether(nn.Module):
    """Whether a sentence tells of an event of each type, by the type's own weighted mean of the pieces and the opening mark."""

    def __init__(self, size: int, types: int) -> None:
        super().__init__()
        self.attention = nn.Linear(size, types)
        self.linear = nn.Linear(2 * size, types)

    def forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        """Hidden states (batch, pieces, hidden) → logits (batch, types)."""
        shares = self.attention(x).masked_fill(~inside(lengths, x.shape[1])[..., None], -1e4).softmax(1)
        opening = x[:, :1].expand(-1, shares.shape[-1], -1)
        pooled = torch.cat([torch.einsum("bnt,bnd->btd", shares, x), opening], -1)
        return (pooled * self.linear.weight).sum(-1) + self.linear.bias


class Events(nn.Module):
    """The encoder's layers from ``first`` up to ``last``, and the heads of events.

    ``gate`` judges by what comes in, ``events`` by what comes out: where the gate is sure of no event, nothing more is read.
    """

    def __init__(self, weights: Weights, first: int, last: int) -> None:
        super().__init__()
        known, size = heads(), weights.shape.hidden
        self.types = len(known.events)
        self.layers = nn.ModuleList(Layer(weights, n) for n in range(first, last))
        self.dropout = nn.Dropout(DROPOUT)
        self.gate, self.events, self.coded = (Whether(size, self.types) for _ in range(3))
        self.parts = nn.Linear(size, self.types * len(known.parts))
        self.sectors = nn.Linear(2 * size, self.types * 2 * len(known.sectors))

    def forward(self, hidden: Tensor, lengths: Tensor, begins: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Logits of the gate, of events as annotators and as our coders would judge them (batch, types), of parts
        (batch, pieces, types × parts), of sectors (batch, types, 2, sectors).

        ``begins`` is 1 where a piece begins a word, 0 elsewhere, shape (batch, pieces).
        """
        x = self.dropout(hidden)
        for layer in self.layers:
            x = layer(x, inside(lengths, x.shape[1])[:, None, None])
        parts = self.parts(x)
        actors = torch.sigmoid(parts.float()) * begins[..., None]
        actors = actors.unflatten(-1, (self.types, -1))[..., 1:].detach().to(x.dtype)
        shares = actors / (actors.sum(1, keepdim=True) + 1e-3)
        pooled = torch.einsum("bntk,bnd->btkd", shares, x)
        told = torch.cat([pooled, x[:, :1, None].expand_as(pooled)], -1)
        weight = self.sectors.weight.view(self.types, 2, -1, told.shape[-1])
        sectors = torch.einsum("btkd,tksd->btks", told, weight) + self.sectors.bias.view(self.types, 2, -1)
        return self.gate(hidden, lengths), self.events(x, lengths), self.coded(x, lengths), parts, sectors


class Whole(Events):
    """All layers of the encoder under the heads of events: too large to ship, it teaches the branch of events."""

    def __init__(self, weights: Weights) -> None:
        super().__init__(weights, 0, weights.shape.layers)
        self.register_buffer("positions", _positions(weights), persistent=False)
        self.norm = _opening_norm(weights)

    def forward(
        self, vectors: Tensor, lengths: Tensor, begins: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Vectors of pieces, shape (batch, pieces, hidden), → what ``Events`` gives."""
        return super().forward(self.norm(vectors + self.positions[: vectors.shape[1]]), lengths, begins)


def _positions(weights: Weights) -> Tensor:
    """What is added to the vector of a piece for its place, shape (places, hidden)."""
    size = weights.shape.hidden
    return torch.tensor(weights.matrix("emb.pos", size)) + torch.tensor(weights.matrix("emb.type", size)[0])


def _opening_norm(weights: Weights) -> nn.LayerNorm:
    out = nn.LayerNorm(weights.shape.hidden, eps=weights.shape.epsilon)
    out.weight.data = torch.tensor(weights.tensors["emb.ln.w"])
    out.bias.data = torch.tensor(weights.tensors["emb.ln.b"])
    return out


def inside(lengths: Tensor, count: int) -> Tensor:
    """Whether each of ``count`` pieces is part of its sentence, shape (batch, count)."""
    return torch.arange(count)[None] < lengths[:, None]
