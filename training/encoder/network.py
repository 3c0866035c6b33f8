"""The network in torch: the encoder's lower layers and a linear head for each question."""

from __future__ import annotations

from collections.abc import Sequence

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
        """Hidden states, shape (batch, pieces, hidden), → the same shape."""
        batch, length, size = x.shape
        query, key, value = self.attended(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = self.after_attention(x + self.dropout(self.joined(mixed.transpose(1, 2).reshape(batch, length, size))))
        return self.after_all(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Network(nn.Module):
    """The encoder's ``layers`` and the heads.  Vectors of pieces come from outside and are not trained."""

    def __init__(self, weights: Weights, layers: Sequence[int]) -> None:
        super().__init__()
        known, size = heads(), weights.shape.hidden
        self.types = len(known.events)
        self.layers = nn.ModuleList(Layer(weights, n) for n in layers)
        positions = torch.tensor(weights.matrix("emb.pos", size)) + torch.tensor(weights.matrix("emb.type", size)[0])
        self.register_buffer("positions", positions, persistent=False)
        self.norm = nn.LayerNorm(size, eps=weights.shape.epsilon)
        self.norm.weight.data = torch.tensor(weights.tensors["emb.ln.w"])
        self.norm.bias.data = torch.tensor(weights.tensors["emb.ln.b"])
        self.dropout = nn.Dropout(DROPOUT)
        self.attention = nn.Linear(size, self.types)
        self.events = nn.Linear(2 * size, self.types)
        self.words = nn.Linear(size, known.layout.width)
        self.sectors = nn.Linear(2 * size, self.types * 2 * len(known.sectors))

    def encoded(self, vectors: Tensor, lengths: Tensor) -> Tensor:
        """Vectors of pieces, shape (batch, pieces, hidden), → hidden states of the same shape."""
        count = vectors.shape[1]
        x = self.dropout(self.norm(vectors + self.positions[:count]))
        mask = (torch.arange(count)[None] < lengths[:, None])[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, vectors: Tensor, lengths: Tensor, begins: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of events (batch, types), of words (batch, pieces, width), of sectors (batch, types, 2, sectors).

        ``begins`` is 1 where a piece begins a word, 0 elsewhere, shape (batch, pieces).
        """
        x = self.encoded(vectors, lengths)
        outside = torch.arange(x.shape[1])[None] >= lengths[:, None]
        shares = self.attention(x).masked_fill(outside[..., None], -1e4).softmax(1)
        opening = x[:, :1].expand(-1, self.types, -1)
        pooled = torch.cat([torch.einsum("bnt,bnd->btd", shares, x), opening], -1)
        events = (pooled * self.events.weight).sum(-1) + self.events.bias
        words = self.words(x)
        parts = torch.sigmoid(words[..., heads().layout.parts].float()) * begins[..., None]
        parts = parts.unflatten(-1, (self.types, -1))[..., 1:].detach().to(x.dtype)
        weights = parts / (parts.sum(1, keepdim=True) + 1e-3)
        actors = torch.einsum("bntk,bnd->btkd", weights, x)
        told = torch.cat([actors, opening[:, :, None].expand_as(actors)], -1)
        weight = self.sectors.weight.view(self.types, 2, -1, told.shape[-1])
        sectors = torch.einsum("btkd,tksd->btks", told, weight) + self.sectors.bias.view(self.types, 2, -1)
        return events, words, sectors
